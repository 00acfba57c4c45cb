import type { Offer, SupportInput } from '../../../core/embedded-model/types';
import { understand } from '../../../core/embedded-model/understand';
import { isSuspicious } from '../../../core/provenance/suspicious';

type Turns = SupportInput['turns'];

/** What the people of a conversation said, as far as it bears on what a run may do. */
export interface Heard {
  /** Everything the attendee wrote: untrusted text. */
  said: string[];
  /** The attendee's last message. */
  last: string;
  /** What the agent offered and the attendee's last message agreed to. */
  agreed: Offer | null;
  /** The last message reads like instructions to a model: nothing acts on it, and no language model reads it. */
  suspicious: boolean;
  /** The last message calls for a person by its own words, or takes up the offer of one. */
  callsForPerson: boolean;
}

const nothing: Heard = { said: [], last: '', agreed: null, suspicious: false, callsForPerson: false };

export function heardIn(turns: Turns): Heard {
  const said = turns.filter((turn) => turn.from === 'attendee').map((turn) => turn.text);
  const last = said.at(-1);
  if (last === undefined) return nothing;
  let meant: Pick<Heard, 'agreed' | 'callsForPerson'> | null = null;
  const meaning = () => {
    meant ??= meaningOf(turns, said, last);
    return meant;
  };
  return {
    said,
    last,
    suspicious: isSuspicious(last),
    // Only a step that acts, or a language model's, asks what the words mean.
    get agreed() {
      return meaning().agreed;
    },
    get callsForPerson() {
      return meaning().callsForPerson;
    },
  };
}

function meaningOf(turns: Turns, said: readonly string[], last: string): Pick<Heard, 'agreed' | 'callsForPerson'> {
  const before = turns[turns.findLastIndex((turn) => turn.from === 'attendee') - 1];
  const { intent, signals } = understand(last, { earlier: said.slice(0, -1) });
  const agreed = intent === 'yes' && before?.from === 'agent' ? (before.offer ?? null) : null;
  return { agreed, callsForPerson: agreed?.kind === 'human' || signals.some((signal) => signal !== 'injection') };
}
