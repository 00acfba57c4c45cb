import { presentableName } from '../../provenance/presentable';
import type { CrmContactFacts } from '../facts';
import type { ProposalContent, ProposalSection } from '../types';
import { type ChosenPackage, choosePackage, type Exclusivity } from './choose-package';
import {
  audienceClaim,
  benefitClaims,
  type Claim,
  factClaims,
  goalsClaim,
  offerOf,
  outcomeClaims,
  pastClaim,
  placeClaim,
  priceClaims,
  quoteClaims,
  type Speaker,
  said,
  sizeClaims,
  speakerOf,
  sponsorsClaim,
  topicsClaim,
  whenClaim,
} from './claims';
import { salesLocale } from './language';
import type { ClaimRecords } from './source-text';
import { hashOf } from './vary';

export interface ProposalInput extends ClaimRecords {
  contact: Pick<CrmContactFacts, 'name' | 'locale'> | null;
  /** Left out, the best one is chosen. */
  packageId?: string | null;
  exclusivities?: readonly Exclusivity[];
  /** Milliseconds since 1970. */
  now: number;
  /** BCP 47; left out, that of the contact. */
  locale?: string | null;
}

export type ComposedProposal = { content: ProposalContent; chosen: ChosenPackage };

/**
 * A proposal in which every sentence about the world names the records it stands on; a section for which there are none
 * is left out. The same facts always give the same text, and other companies other words. Pure.
 */
export function composeProposal(input: ProposalInput): ComposedProposal | { problem: string } {
  const locale = salesLocale(input.locale ?? input.contact?.locale);
  const speaker = speakerOf(input, locale);
  if (speaker.company === '') return { problem: 'The name of the company does not read like one. Correct it first.' };
  if (speaker.event === '') return { problem: 'The name of the event cannot stand in a proposal. Correct it first.' };
  const chosen = choosePackage(input, input.packageId);
  if ('problem' in chosen) return chosen;
  if (offerOf(chosen.package) === '')
    return { problem: `The name of the package ${chosen.package.id} cannot stand in a proposal. Correct it first.` };
  const names = { company: speaker.company, event: speaker.fullEvent, offer: offerOf(chosen.package) };
  const content: ProposalContent = {
    title: shortened(said(speaker, 'title', speaker.words.title, names), 160),
    locale: locale.tag,
    greeting: speaker.words.greeting(presentableName(input.contact?.name ?? '')),
    packageId: chosen.package.id,
    packageName: shortened(names.offer, 120),
    price: { ...chosen.price, earlyBirdUntil: chosen.earlyBirdUntil },
    sections: sectionsOf(speaker, chosen),
  };
  return { content, chosen };
}

/** What comes in which order: the reason first, price before the next step, proof now before and now after the package. */
function sectionsOf(speaker: Speaker, chosen: ChosenPackage): ProposalSection[] {
  const { words } = speaker;
  const values = { company: speaker.company, event: speaker.event, offer: offerOf(chosen.package) };
  const heading = (id: keyof typeof words.headings) => shortened(said(speaker, `heading ${id}`, words.headings[id], values), 120);
  const fit = section('fit', heading('fit'), 'text', [
    topicsClaim(speaker),
    audienceClaim(speaker),
    pastClaim(speaker),
    placeClaim(speaker),
    goalsClaim(speaker),
  ]);
  const audience = section('audience', heading('audience'), 'list', [
    whenClaim(speaker),
    ...factClaims(speaker, 5),
    ...sizeClaims(speaker),
  ]);
  const given = [section('package', heading('package'), 'list', benefitClaims(speaker, chosen.package))];
  const outcomes = outcomeClaims(speaker, 2);
  const proof = [
    section('voices', heading('voices'), 'quote', quoteClaims(speaker, 2)),
    section('proof', heading('proof'), 'text', outcomes.length > 0 ? outcomes : [sponsorsClaim(speaker)]),
  ];
  const price = section('price', heading('price'), 'price', priceClaims(speaker, chosen.package, chosen));
  const next = section('next-step', heading('next'), 'text', [
    { text: said(speaker, 'next', words.next, { company: speaker.company, event: speaker.event }), sources: [] },
  ]);
  const middle = hashOf(`${speaker.seed}/order`) % 2 === 0 ? [...proof, ...given] : [...given, ...proof];
  return [fit, audience, ...middle, price, next].filter((one) => one !== null);
}

function section(id: string, heading: string, kind: ProposalSection['kind'], claims: (Claim | null)[]): ProposalSection | null {
  const sentences = claims
    .filter((claim) => claim !== null)
    .map(({ text, sources }) => ({ text: shortened(text, 1000), sources: sources.slice(0, 10) }));
  return sentences.length === 0 ? null : { id, heading, kind, sentences: sentences.slice(0, 40) };
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
