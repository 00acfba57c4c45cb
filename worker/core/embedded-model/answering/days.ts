const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const dayPattern = /\b(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|nes|ur)?(?:day)?s?\b/gi;

/** Whether a unit speaks of the day that the question names, or of other days only. A span ("Thu to Sun") covers what lies between. */
export function dayAgreement(question: string, text: string): { match: number; conflict: number } {
  const asked = daysIn(question);
  if (asked.size === 0) return { match: 0, conflict: 0 };
  const told = daysIn(text);
  const span = /\b(mon|tue|wed|thu|fri|sat|sun)\w*\s*(?:-|–|—|to|through|until|till)\s*(mon|tue|wed|thu|fri|sat|sun)\w*\b/i.exec(text);
  if (span?.[1] && span[2]) {
    let at = dayNames.indexOf(span[1].toLowerCase());
    const last = dayNames.indexOf(span[2].toLowerCase());
    for (let steps = 0; steps < 7 && at !== last; steps++, at = (at + 1) % 7) told.add(dayNames[at] ?? '');
  }
  const match = [...asked].some((day) => told.has(day));
  return { match: match ? 1 : 0, conflict: !match && told.size > 0 ? 1 : 0 };
}

function daysIn(text: string): Set<string> {
  return new Set([...text.matchAll(dayPattern)].map((match) => (match[1] ?? '').toLowerCase()));
}
