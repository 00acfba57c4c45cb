import type { Asked } from './features';
import type { ReadPassage, Unit } from './units';

/** The page is by its title or id of an earlier year, and the passage does not speak of the edition asked about. */
export function stalePage(asked: Asked, read: ReadPassage): boolean {
  const wanted = asked.askedYears.length > 0 ? asked.askedYears : [asked.year];
  const since = Math.min(...wanted);
  return read.titleYears.length > 0 && read.titleYears.every((year) => year < since) && !read.years.some((year) => wanted.includes(year));
}

/** 1 when the unit is about another edition than the one asked about. */
export function staleness(asked: Asked, read: ReadPassage, unit: Unit): number {
  const named = unit.plain.match(/(?<![\d-])20[0-3]\d(?!\d)/g)?.map(Number) ?? [];
  const wanted = asked.askedYears.length > 0 ? asked.askedYears : [asked.year];
  const matches = (years: number[]) => years.some((year) => wanted.includes(year) || (asked.askedYears.length === 0 && year > asked.year));
  if (named.length > 0) return matches(named) ? 0 : 1;
  if (read.titleYears.length > 0) return matches(read.titleYears) ? 0 : 1;
  if (asked.askedYears.length > 0 && !asked.askedYears.includes(asked.year)) return matches(read.years) ? 0 : 1;
  return read.years.length > 0 && !matches(read.years) ? 0.5 : 0;
}
