import { mailComposer } from '../../worker/connectors/mail-composer';
import { type LintContext, type LintedMail, lintContext } from '../../worker/core/sales/lint/lint-mail';
import { composeOutreach, usableAngles } from '../../worker/core/sales/mail/compose';
import { composeProposal } from '../../worker/core/sales/proposal/compose';
import { aCompany, aCrmContact, anOwnSponsorship, aSponsoredEvent, somePackages } from './sales-facts';

const now = Date.parse('2026-11-22T12:00:00Z');
const publicUrl = 'https://events.example.org';
export const optOutLink = `${publicUrl}/api/v1/opt-out/abc.def`;
const sender = { name: 'Mara Ostrander', title: 'Partnerships', postalAddress: 'Veemkade 140\n3019 HE Rotterdam, Netherlands' };

export const companyNames = [
  ...[
    'Northlight Tools',
    'Haven Labs',
    'Contoso GmbH',
    'Fabrikam',
    'Bright',
    'Analytics Partners',
    'Current AG',
    'Tide',
    'Target',
    'Notion',
    'The Point',
  ],
  ...[
    'Orange',
    'Visa',
    'Stage Entertainment',
    'Page One',
    'Delta',
    'Research Ltd',
    'Product School',
    'Data Co',
    'Rotterdam Marketing',
    'Punkt',
    'Preis AG',
  ],
];

export interface Case {
  mail: LintedMail;
  context: LintContext;
}

/** The mail that the product itself would write to one of several companies, as it would leave. */
export function cleanMails(count: number): Case[] {
  const cases: Case[] = [];
  for (let n = 0; cases.length < count; n++) {
    const company = aCompany({
      id: `cmp_${n}`,
      name: ['Brightwave Analytics', 'Current Affairs Ltd', '3M', 'Zürcher & Söhne AG', 'Delta Works'][n % 5] ?? 'Brightwave',
    });
    const contact = aCrmContact({
      name: ['Anna de Vries', 'Dr. Jürgen Groß', 'Li Wei', "Siobhán O'Neill", ''][n % 5] ?? '',
      locale: ['en', 'de', 'en-US', 'de-AT', 'fr'][n % 5] ?? 'en',
    });
    const facts = { event: aSponsoredEvent(), company, contact, packages: somePackages(), sponsorships: [anOwnSponsorship()], now };
    const proposal = composeProposal(facts);
    if ('problem' in proposal) throw new Error(proposal.problem);
    const base = { ...facts, proposal: proposal.content, links: { proposal: `${publicUrl}/r/t${n}` } };
    const thread = { subject: 'Tidewater and you', angles: ['first' as const] };
    for (const angle of ['first' as const, ...usableAngles({ ...base, thread })]) {
      const written = composeOutreach({ ...base, angle, thread: angle === 'first' ? null : thread });
      if ('problem' in written) throw new Error(written.problem);
      const link = written.paragraphs.find((one) => one.link)?.link ?? null;
      const composed = mailComposer({ name: 'Events', address: 'events@example.org' }).compose(
        {
          template: 'outreach',
          ...written,
          paragraphs: written.paragraphs.map(({ text }) => text),
          link,
          sender,
          organizer: 'Tidewater Foundation',
          optOutLink,
          pixel: `${publicUrl}/o/t${n}.gif`,
          aiAssisted: true,
        },
        {
          ...{
            name: facts.event.name,
            brandColor: '#0b6e79',
            startsAt: facts.event.startsAt,
            endsAt: facts.event.endsAt,
            timeZone: 'Europe/Amsterdam',
          },
          ...{ venue: facts.event.venue, contactEmail: 'hello@tidewater.example', publicUrl, locale: written.locale },
        },
        'someone@example.org',
      );
      const context = lintContext({
        ...facts,
        otherCompanies: companyNames,
        ownPast: company.sponsorships,
        goals: company.goals,
        sender: { senderName: sender.name, senderTitle: sender.title, postalAddress: sender.postalAddress },
        organizer: 'Tidewater Foundation',
        publicUrl,
        optOutLink,
        locale: written.locale,
      });
      cases.push({ mail: { subject: composed.subject, text: composed.text, html: composed.html }, context });
    }
  }
  return cases.slice(0, count);
}

/** A clean mail into which a sentence was written by hand, in both its parts. */
export function mailSaying(sentence: string, over: Partial<LintContext> = {}, locale = 'en'): Case {
  const [clean] = cleanMails(1);
  if (!clean) throw new Error('there is no mail');
  const { mail, context } = clean;
  const shown = sentence.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/\n/g, '<br>');
  return {
    mail: {
      ...mail,
      text: mail.text.replace('\n\nKind regards', `\n\n${sentence}\n\nKind regards`),
      html: mail.html.replace('<p style="margin:0 0 16px">Kind', `<p>${shown}</p><p>Kind`),
    },
    context: { ...context, locale, ...over },
  };
}
