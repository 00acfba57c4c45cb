import { arrival } from './arrival';
import type { Concept } from './concept';
import { everyday } from './everyday';
import { food } from './food';
import { onsite } from './onsite';
import { people } from './people';
import { programme } from './programme';
import { tickets } from './tickets';
import { wellbeing } from './wellbeing';

export type { Concept } from './concept';

/** The concepts of the event domain. A new one is an entry in one of the lists; words may belong to several. */
export const eventConcepts: readonly Concept[] = [...arrival, ...tickets, ...food, ...programme, ...people, ...wellbeing, ...onsite];

const everydayConcepts: readonly Concept[] = everyday.map((names) => ({
  id: `~${names.slice(0, names.indexOf(','))}`,
  names,
  everyday: true,
}));

export const concepts: readonly Concept[] = [...eventConcepts, ...everydayConcepts];
