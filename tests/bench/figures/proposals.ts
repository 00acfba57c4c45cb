import { composeProposal } from '../../../worker/core/sales/proposal/compose';
import type { ProposalContent } from '../../../worker/core/sales/types';
import { proposalPage } from '../../../worker/pages/proposal-page';
import { proposalPdf } from '../../../worker/pages/proposal-pdf';
import { aCompany, aCrmContact, anOwnSponsorship, aSponsoredEvent, aSponsorship, somePackages } from '../../support/sales-facts';
import { median, report } from '../report';

const perRound = 100;
const rounds = 5;
const now = Date.parse('2026-11-22T12:00:00Z');
const event = aSponsoredEvent();
const packages = somePackages();
const sponsorships = Array.from({ length: 40 }, (_, n) =>
  anOwnSponsorship({ id: `spo_${n}`, companyName: `Sponsor ${String.fromCharCode(65 + (n % 26))} Works` }),
);
const frame = {
  companyName: 'Brightwave',
  event: { name: event.name, brandColor: '#0b6e79', contactEmail: 'hello@tidewater.example' },
  notice: '',
};

function written(n: number): ProposalContent {
  const company = aCompany({
    id: `cmp_${n}`,
    name: `Brightwave ${String.fromCharCode(65 + (n % 26))}${n}`,
    goals: [{ text: n % 2 === 0 ? 'hire engineers' : 'meet buyers', source: 'site' }],
    sponsorships: n % 3 === 0 ? [] : [aSponsorship({ year: 2020 + (n % 6) })],
  });
  const result = composeProposal({
    event,
    company,
    contact: aCrmContact({ locale: n % 4 === 0 ? 'de' : 'en' }),
    packages,
    sponsorships,
    now,
  });
  if ('problem' in result) throw new Error(result.problem);
  return result.content;
}

async function whole(n: number): Promise<number> {
  const content = written(n);
  const page = proposalPage(content, {
    ...frame,
    pdfLink: '/p/x/proposal.pdf',
    meetingLink: '/m/x',
    visits: { address: '/p/x/visit', version: 1 },
  });
  const pdf = await proposalPdf(content, frame, now);
  return page.length + pdf.length;
}

/** Proposals per minute on one core, each for another company: text, page and PDF; and the text alone. */
export async function proposals(): Promise<void> {
  await whole(0);
  const all: number[] = [];
  const texts: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = 1 + round * perRound;
    all.push(await perMinute(first, whole));
    texts.push(await perMinute(first + rounds * perRound, (n) => written(n).sections.length));
  }
  report({ figure: 'proposals written, as page and PDF', unit: 'per minute', ours: median(all) });
  report({ figure: 'proposals written, text with sources alone', unit: 'per minute', ours: median(texts) });
}

async function perMinute(first: number, write: (n: number) => number | Promise<number>): Promise<number> {
  const startedAt = performance.now();
  for (let n = first; n < first + perRound; n++) if ((await write(n)) === 0) throw new Error('nothing was written');
  return (perRound / (performance.now() - startedAt)) * 60_000;
}
