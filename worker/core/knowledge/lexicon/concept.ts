import type { AnswerTypes } from '../answer-types';

/**
 * A thing that attendees ask about. Lists are separated by commas; words are matched by their stems, articles ignored.
 * `names` mean it in questions and pages alike; `cues` only ask for it ("how hot" asks for the weather); `signs` only answer ("°C").
 * The other languages list names.
 */
export interface Concept {
  id: string;
  names: string;
  cues?: string;
  signs?: string;
  /** What a question about it wants to hear, when that is more exact than its question word tells. */
  answers?: AnswerTypes;
  /** A group of ordinary synonyms, not a concept of the domain. */
  everyday?: boolean;
  de?: string;
  fr?: string;
  es?: string;
  pt?: string;
}
