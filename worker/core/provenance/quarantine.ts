import type { Page } from '../knowledge/types';
import { presentableTitle } from './presentable';
import { isSuspicious, suspicionOf } from './suspicious';

export interface Quarantined {
  page: Page;
  /** What was left out, for the organizer: the beginning of each section. */
  left: string[];
}

/**
 * A page without its sections that read like instructions to a model, and with a title that is one: agents read and
 * quote only what is left. Pure. A section goes as a whole, since orders seldom come in one sentence.
 */
export function quarantined(page: Page): Quarantined {
  const title = presentableTitle(page.title) || presentableTitle(/^#\s+(.{1,120})$/m.exec(page.markdown)?.[1] ?? '') || 'Untitled page';
  const whole = suspicionOf(page.markdown);
  if (whole.score < 0.5 && page.markdown.length < 20_000)
    return { page: title === page.title ? page : { ...page, title }, left: title === page.title ? [] : [page.title.slice(0, 80)] };
  const left: string[] = title === page.title ? [] : [page.title.slice(0, 80)];
  const kept: string[] = [];
  for (const section of sectionsOf(page.markdown)) {
    if (!isSuspicious(section) && !blocksOf(section).some(isSuspicious)) kept.push(section);
    else left.push(section.trim().replace(/\s+/g, ' ').slice(0, 80));
  }
  return { page: { ...page, title, markdown: kept.join('') }, left };
}

/** Cut before each heading; very long sections are cut at blank lines, so that one remark does not take a whole page. */
function sectionsOf(markdown: string): string[] {
  return markdown.split(/(?=^ {0,3}#{1,6}\s)/m).flatMap((section) => (section.length > 6_000 ? section.split(/(?<=\n\s*\n)/) : [section]));
}

function blocksOf(section: string): string[] {
  return section.split(/\n\s*\n/);
}
