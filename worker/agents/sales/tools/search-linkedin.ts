import { z } from 'zod';
import { companyKnownRules } from '../../../core/policy/rules/sales-records';
import { isDecisionMaker } from '../../../core/sales/qualify';
import type { FoundPerson } from '../../../ports/people-search';
import { defineTool } from '../../define-tool';
import { salesOf } from '../access';

const Person = z.object({
  contactId: z.string(),
  name: z.string(),
  title: z.string(),
  hasAddress: z.boolean(),
  decides: z.boolean(),
  source: z.string(),
  basis: z.string(),
});

export const searchLinkedin = defineTool({
  name: 'search_linkedin',
  description:
    'Find decision makers of a company: first among contacts that were imported (for example from Sales Navigator), then at a people-search service if one is configured. Says where each comes from and the basis for using it. Never scrapes a site.',
  effect: 'record',
  activity: 'linkedin_search',
  provenance: 'record',
  input: z.strictObject({
    companyId: z.string().max(60).describe('From search_sponsors'),
    memberId: z.string().max(60).nullish().describe('Of the campaign that asks, if one does'),
  }),
  output: z.object({ people: z.array(Person), searched: z.array(z.string()) }),
  async facts(input, context) {
    const { records, findPeople } = salesOf(context);
    const [company, known] = await Promise.all([records.company(input.companyId), records.contactsOf(input.companyId)]);
    const enough = known.some((contact) => contact.email !== '' && contact.stopped === null && isDecisionMaker(contact));
    const looksFurther = company !== null && company.domain !== '' && !company.doNotContact && !enough && findPeople !== null;
    const found = looksFurther ? await findPeople(company.domain, company.name) : [];
    const addresses = new Set(known.map(({ email }) => email.toLowerCase()));
    const names = new Set(known.map(({ name }) => name.toLowerCase()));
    const isNew = ({ email, name }: FoundPerson) => !names.has(name.toLowerCase()) && (email === '' || !addresses.has(email.toLowerCase()));
    return { company, known, found: found.filter(isNew).slice(0, 25), looksFurther };
  },
  rules: companyKnownRules,
  policy: ({ facts }) => ({ companyKnown: facts.company !== null }),
  execute({ facts: { company, known, found, looksFurther }, context }) {
    if (!company) throw new Error('search_linkedin ran without a company');
    const added = found.map((person) => ({ ...person, email: person.email.toLowerCase(), contactId: context.newId('contact') }));
    const people = [
      ...known.map((contact) => ({ ...contact, contactId: contact.id })),
      ...added.map((person) => ({ ...person, seniority: '' })),
    ].map((person) => ({
      contactId: person.contactId,
      name: person.name,
      title: person.title,
      hasAddress: person.email !== '',
      decides: isDecisionMaker(person),
      source: person.source,
      basis: person.basis,
    }));
    return {
      output: { people: people.slice(0, 50), searched: ['imported contacts', ...(looksFurther ? ['people search'] : [])] },
      ...(added.length > 0 ? { changes: [{ change: 'contacts_found' as const, companyId: company.id, contacts: added }] } : {}),
    };
  },
  forModel: ({ people }) =>
    people.slice(0, 10).map(({ contactId, name, title, decides, basis }) => ({ contactId, name, title, decides, basis })),
  forLog: ({ people, searched }) => ({ people: people.length, searched }),
});
