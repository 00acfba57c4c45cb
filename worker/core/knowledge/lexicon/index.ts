import { arrival } from './arrival';
import type { Concept } from './concept';
import { food } from './food';
import { onsite } from './onsite';
import { people } from './people';
import { programme } from './programme';
import { tickets } from './tickets';
import { wellbeing } from './wellbeing';

export type { Concept } from './concept';

/** The lexicon of the event domain. A new concept is one entry in one of the lists; words may belong to several concepts. */
export const concepts: readonly Concept[] = [...arrival, ...tickets, ...food, ...programme, ...people, ...wellbeing, ...onsite];
