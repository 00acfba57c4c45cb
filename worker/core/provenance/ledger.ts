/**
 * Where a value of a run came from. Pure. A control value counts as what its best source makes it: an address that
 * stands in a record stays a record's address even when somebody also typed it. What no source holds was made by a model.
 */
export const provenances = ['verified_identity', 'record', 'organizer', 'policy', 'untrusted_text', 'model'] as const;
export type Provenance = (typeof provenances)[number];

/** What an argument controls: who hears of it, how much moves, what is touched, where it leads, when it happens. */
export const controlKinds = ['recipient', 'amount', 'object', 'address', 'time'] as const;
export type ControlKind = (typeof controlKinds)[number];

/** Something that the run holds, and where it has it from, e.g. `lookup_ticket`. */
export interface Source {
  provenance: Provenance;
  from: string;
  value: unknown;
}

export interface Origin {
  provenance: Provenance;
  from: string;
}

export function isTrusted(provenance: Provenance): boolean {
  return provenance !== 'untrusted_text' && provenance !== 'model';
}

const madeByModel: Origin = { provenance: 'model', from: 'no source' };

/** The origin of a value; of one with several parts that of its weakest part. Nothing to steer with counts as policy. */
export function originOf(value: unknown, sources: readonly Source[]): Origin {
  const parts = leavesOf(value);
  if (parts.length === 0) return { provenance: 'policy', from: 'nothing given' };
  return parts.map((part) => originOfLeaf(part, sources)).reduce((weakest, next) => (rank(next) > rank(weakest) ? next : weakest));
}

function rank(origin: Origin): number {
  return provenances.indexOf(origin.provenance);
}

function originOfLeaf(leaf: string, sources: readonly Source[]): Origin {
  let best = madeByModel;
  for (const { provenance, from, value } of sources) {
    if (provenances.indexOf(provenance) >= rank(best)) continue;
    const holds = isTrusted(provenance)
      ? leavesOf(value).includes(leaf)
      : leavesOf(value).some((text) => spellings(leaf).some((spelling) => text.includes(spelling)));
    if (holds) best = { provenance, from };
  }
  return best;
}

/** An amount is one value, never a number that a price and a date might share. */
function leavesOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'object') {
    if (isAmount(value)) return [`${value.currency.toUpperCase()} ${value.minor}`];
    return Object.values(value).flatMap(leavesOf);
  }
  return [String(value).trim().toLowerCase()];
}

function isAmount(value: object): value is { minor: number; currency: string } {
  return 'minor' in value && 'currency' in value && typeof value.minor === 'number' && typeof value.currency === 'string';
}

/** How untrusted text may write the same value: `EUR 12000` in minor units also as 120 or 120.00. */
function spellings(leaf: string): string[] {
  const amount = /^[A-Z]{3} (\d+)$/.exec(leaf);
  if (!amount) return [leaf];
  const minor = amount[1] ?? '';
  const major = Number(minor) / 100;
  return [minor, String(major), major.toFixed(2), major.toFixed(2).replace('.', ',')];
}
