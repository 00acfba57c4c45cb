import type { ProposalContent } from '../../../../../worker/contract/sales/outreach';
import { formatDuration } from '../../../lib/format';
import { Button, IconButton } from '../../../ui/button';
import { TextArea, TextField } from '../../../ui/field';
import { freshSectionId, type Section, type Sentence, shifted } from './draft';
import { type Records, recordsOf, recordText } from './source-words';

interface Props {
  draft: ProposalContent;
  /** Seconds that people looked at each section. */
  seconds: Record<string, number>;
  records: Records;
  disabled: boolean;
  onChange: (draft: ProposalContent) => void;
}

const kindWords: Record<Section['kind'], string> = { text: 'Text', list: 'List', price: 'Price, from the package table', quote: 'Quote' };

/** The proposal in its parts. Every sentence shows the records that it stands on. */
export function SectionEditor({ draft, seconds, records, disabled, onChange }: Props) {
  const setSections = (sections: Section[]) => onChange({ ...draft, sections });
  const change = (index: number, part: Partial<Section>) =>
    setSections(draft.sections.map((section, place) => (place === index ? { ...section, ...part } : section)));
  return (
    <fieldset className="plain-fieldset stack" disabled={disabled}>
      <legend className="visually-hidden">Text of the proposal</legend>
      <TextField
        label="Title"
        value={draft.title}
        maxLength={160}
        onChange={(event) => onChange({ ...draft, title: event.target.value })}
      />
      <TextField
        label="Greeting"
        value={draft.greeting}
        maxLength={200}
        onChange={(event) => onChange({ ...draft, greeting: event.target.value })}
      />
      {draft.sections.map((section, index) => (
        <section key={section.id} className="panel section-editor" aria-label={section.heading || `Section ${index + 1}`}>
          <div className="section-editor-head">
            <TextField
              bare
              label={`Heading of section ${index + 1}`}
              placeholder="Heading"
              value={section.heading}
              maxLength={120}
              onChange={(event) => change(index, { heading: event.target.value })}
            />
            <span className="row">
              <IconButton
                icon="up"
                label={`Move “${section.heading}” up`}
                disabled={index === 0}
                onClick={() => setSections(shifted(draft.sections, index, -1))}
              />
              <IconButton
                icon="chevron"
                label={`Move “${section.heading}” down`}
                disabled={index === draft.sections.length - 1}
                onClick={() => setSections(shifted(draft.sections, index, 1))}
              />
              <IconButton
                icon="trash"
                label={`Remove “${section.heading}”`}
                disabled={draft.sections.length === 1}
                onClick={() => setSections(draft.sections.filter((_, place) => place !== index))}
              />
            </span>
          </div>
          <p className="small muted">
            {kindWords[section.kind]}
            {(seconds[section.id] ?? 0) > 0 && ` · read for ${formatDuration((seconds[section.id] ?? 0) * 1000)}`}
          </p>
          <Sentences section={section} records={records} onChange={(sentences) => change(index, { sentences })} />
        </section>
      ))}
      <div className="row">
        {(['text', 'list', 'quote'] as const).map((kind) => (
          <Button
            key={kind}
            small
            icon="plus"
            disabled={draft.sections.length >= 20}
            onClick={() =>
              setSections([
                ...draft.sections,
                { id: freshSectionId(draft.sections), heading: '', kind, sentences: [{ text: '', sources: [] }] },
              ])
            }
          >
            {kindWords[kind]}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

function Sentences({ section, records, onChange }: { section: Section; records: Records; onChange: (sentences: Sentence[]) => void }) {
  const { sentences } = section;
  const textOf = (sources: Sentence['sources']) =>
    [...new Set(sources.map((source) => recordText(source, records)))].filter(Boolean).join('; ');
  const change = (index: number, part: Partial<Sentence>) =>
    onChange(sentences.map((sentence, place) => (place === index ? { ...sentence, ...part } : sentence)));
  return (
    <ul className="sentences">
      {sentences.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sentence is its place; its text changes while it is typed
        <li key={index}>
          <div className="sentence">
            <TextArea
              bare
              label={`Sentence ${index + 1} of ${section.heading || 'this section'}`}
              rows={Math.min(6, 1 + Math.ceil(sentence.text.length / 62))}
              maxLength={1000}
              value={sentence.text}
              onChange={(event) => change(index, { text: event.target.value })}
            />
            <IconButton
              icon="trash"
              label={`Remove sentence ${index + 1}`}
              onClick={() => onChange(sentences.filter((_, place) => place !== index))}
            />
          </div>
          <ul className="sources">
            {recordsOf(sentence.sources).map(({ key, label, sources }) => (
              <li key={key} className="source" title={textOf(sources)}>
                {label}
                <span className="visually-hidden"> {textOf(sources)}</span>
                <button
                  type="button"
                  aria-label={`Sentence ${index + 1} does not stand on ${label}`}
                  onClick={() => change(index, { sources: sentence.sources.filter((other) => !sources.includes(other)) })}
                >
                  ×
                </button>
              </li>
            ))}
            {sentence.sources.length === 0 && <li className="source source-none">Yours: no record stands behind it</li>}
          </ul>
        </li>
      ))}
      <li>
        <Button
          small
          look="quiet"
          icon="plus"
          disabled={sentences.length >= 40}
          onClick={() => onChange([...sentences, { text: '', sources: [] }])}
        >
          Add a sentence
        </Button>
      </li>
    </ul>
  );
}
