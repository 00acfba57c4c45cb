import type { ProposalContent } from '../../../../../worker/contract/sales/outreach';

export type Section = ProposalContent['sections'][number];
export type Sentence = Section['sentences'][number];

/** What may be saved of a draft: sentences and sections in which nothing stands are left out. Null when nothing is left. Pure. */
export function sendable(draft: ProposalContent): ProposalContent | null {
  const sections = draft.sections
    .map((section) => ({ ...section, sentences: section.sentences.filter((sentence) => sentence.text.trim() !== '') }))
    .filter((section) => section.sentences.length > 0 || section.heading.trim() !== '');
  return sections.length > 0 && draft.title.trim() !== '' ? { ...draft, sections } : null;
}

/** An id that no section of the draft has: time on sections is counted by it over all versions. Pure. */
export function freshSectionId(sections: Section[]): string {
  for (let count = sections.length + 1; ; count += 1) {
    const id = `section-${count}`;
    if (!sections.some((section) => section.id === id)) return id;
  }
}

/** The list with one element moved by one place; unchanged where there is none. Pure. */
export function shifted<T>(items: T[], index: number, by: -1 | 1): T[] {
  const other = index + by;
  const [item, swapped] = [items[index], items[other]];
  if (item === undefined || swapped === undefined) return items;
  return items.map((one, place) => (place === index ? swapped : place === other ? item : one));
}
