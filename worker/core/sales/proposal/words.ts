import type { SalesLanguage } from './language';
import { germanWords } from './words-de';
import { englishWords } from './words-en';

/** Ways to say one thing; which is taken depends on the company. */
export type Ways<V> = readonly [(said: V) => string, ...((said: V) => string)[]];

interface Pair {
  company: string;
  event: string;
}

/** What a proposal can say, in one language. Every value that is put in comes from a record; the words around it state nothing more. */
export interface ProposalWords {
  title: Ways<Pair & { offer: string }>;
  greeting(name: string): string;
  headings: {
    fit: Ways<Pair>;
    audience: Ways<Pair>;
    package: Ways<{ offer: string }>;
    price: Ways<{ offer: string }>;
    proof: Ways<Pair>;
    voices: Ways<Pair>;
    next: Ways<Pair>;
  };
  topics: Ways<Pair & { topics: string; one: boolean }>;
  audience: Ways<Pair & { audience: string }>;
  /** The company sponsored an event of the organizer before. */
  returning: Ways<Pair & { past: string }>;
  /** It sponsored an event of somebody else on the same topics. */
  similar: Ways<Pair & { past: string; topics: string }>;
  sameCity: Ways<Pair & { city: string }>;
  when: Ways<Pair & { days: string; place: string }>;
  attendees: Ways<Pair & { count: string }>;
  capacity: Ways<Pair & { count: string }>;
  goals: Ways<Pair & { goals: string; one: boolean }>;
  benefitForGoal: Ways<{ benefit: string; goal: string }>;
  exclusive: Ways<{ offer: string; industry: string }>;
  price: Ways<{ offer: string; price: string }>;
  earlyBird: Ways<{ until: string; full: string }>;
  left: Ways<{ offer: string; left: string; of: string; one: boolean }>;
  /** A quote with who said it. */
  quote: Ways<{ quote: string; by: string }>;
  outcome: Ways<{ sponsor: string; past: string; outcome: string }>;
  sponsors: Ways<{ sponsors: string; past: string; one: boolean }>;
  next: Ways<Pair>;
  /** A past event, with its year where its name does not say it. */
  pastEvent(name: string, year: string): string;
  quoted(text: string): string;
}

export const proposalWords: Record<SalesLanguage, ProposalWords> = { en: englishWords, de: germanWords };
