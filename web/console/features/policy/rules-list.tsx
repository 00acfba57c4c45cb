import type { CurrentPolicy, PolicyRule } from '../../../../worker/contract/policies';
import { wordsOf } from '../../lib/format';
import { useRead } from '../../lib/query';
import { Badge, Facts } from '../../ui/bits';
import { Section } from '../../ui/page';
import { States } from '../../ui/states';
import { verdictWords } from '../../ui/words';
import { pathText } from './policy-words';

/** Every rule that holds here: what it says, what it reads, which setting moves it. */
export function RulesList({ current }: { current: CurrentPolicy }) {
  const rules = useRead('GET /policy-rules', undefined, { staleTime: 5 * 60_000 });
  const all = current.scope === 'event';
  return (
    <Section
      title="Rules"
      lead={`${all ? 'All rules of the product' : 'The rules that hold for this agent'}. The strictest that speaks wins; its facts are shown with each proposal.`}
    >
      <States
        query={{ ...rules, data: rules.data?.items.filter(({ id }) => all || current.rules.includes(id)) }}
        isEmpty={(items) => items.length === 0}
        empty={<p className="muted">None: it has no tools that change anything.</p>}
      >
        {(items) => (
          <ul className="rows">
            {items.map((rule) => (
              <li key={rule.id}>
                <Rule rule={rule} />
              </li>
            ))}
          </ul>
        )}
      </States>
    </Section>
  );
}

function Rule({ rule }: { rule: PolicyRule }) {
  const word = verdictWords[rule.verdict];
  return (
    <details className="row-details">
      <summary>
        <span className="row-main">
          <span className="row-title">
            <strong>{wordsOf(rule.id)}</strong>
            <Badge tone={word.tone}>{word.text}</Badge>
          </span>
          <span className="muted">{rule.says}</span>
        </span>
      </summary>
      <div className="row-body">
        <Facts
          rows={[
            ['Reads', rule.reads.map(wordsOf).join(', ') || '–'],
            ['Moved by', rule.setting ? pathText(rule.setting) : 'Nothing: it always holds'],
            ['Holds for', [...new Set(rule.tools.map(({ tool }) => wordsOf(tool)))].join(', ') || '–'],
          ]}
        />
      </div>
    </details>
  );
}
