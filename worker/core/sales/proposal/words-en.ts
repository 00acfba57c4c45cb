import type { ProposalWords } from './words';

export const englishWords: ProposalWords = {
  title: [
    ({ company, event }) => `${company} at ${event}`,
    ({ company, event }) => `${event}: a proposal for ${company}`,
    ({ company, event, offer }) => `${offer} at ${event}, for ${company}`,
  ],
  greeting: (name) => (name === '' ? 'Hello,' : `Dear ${name},`),
  headings: {
    fit: [
      ({ company, event }) => `Why ${company} and ${event}`,
      () => 'What connects us',
      () => 'Why we write to you',
      ({ company }) => `Where ${company} fits in`,
    ],
    audience: [() => 'Who you meet', ({ event }) => `${event} in brief`, () => 'The event and its people', () => 'Who comes'],
    package: [
      ({ offer }) => `What ${offer} holds for you`,
      () => 'What you get',
      ({ offer }) => `Our suggestion: ${offer}`,
      ({ offer }) => `${offer} in detail`,
    ],
    price: [() => 'Price', () => 'What it costs', ({ offer }) => `The price of ${offer}`],
    proof: [() => 'Who has done this before', () => 'Who was there before', () => 'Earlier sponsors'],
    voices: [() => 'In the words of sponsors', () => 'What sponsors say', () => 'What those say who were there'],
    next: [() => 'Next step', () => 'If this speaks to you', () => 'How to go on'],
  },
  topics: [
    ({ company, event, topics }) => `${company} works on ${topics}, and that is what ${event} is about.`,
    ({ event, topics }) => `Your work on ${topics} meets what ${event} is about.`,
    ({ company, event, topics, one }) => `${event} is about ${topics}, ${one ? 'a subject' : 'subjects'} that ${company} works on.`,
    ({ company, event, topics, one }) =>
      `The reason for this proposal is simple: ${topics} ${one ? 'connects' : 'connect'} ${company} and ${event}.`,
    ({ event, topics }) => `When we looked for partners for ${event}, we looked for companies that care about ${topics}, as you do.`,
  ],
  audience: [
    ({ event, audience }) => `You want to reach ${audience}; ${event} is made for them.`,
    ({ company, event, audience }) => `${event} is for ${audience}, the people whom ${company} wants to reach.`,
    ({ audience, event }) => `${event} brings together ${audience}, and those are the people you address.`,
    ({ company, audience }) => `${company} addresses ${audience}. So do we.`,
  ],
  returning: [
    ({ past, event }) => `You sponsored ${past}, and we would like to have you at ${event} as well.`,
    ({ company, past }) => `${company} was a sponsor of ${past}: this is an invitation to go on.`,
    ({ past }) => `You know us from ${past}, which you sponsored.`,
  ],
  similar: [
    ({ past, topics }) => `You sponsored ${past}, which has ${topics} in common with us.`,
    ({ company, past, topics }) => `${company} sponsored ${past}; what that has in common with us: ${topics}.`,
    ({ past, topics }) => `That you sponsored ${past} tells us what matters to you: ${topics}.`,
  ],
  sameCity: [
    ({ city }) => `The event takes place in ${city}, where you are at home.`,
    ({ city }) => `And it is close by: in ${city}, your own city.`,
    ({ company, city }) => `Both ${company} and the event are in ${city}.`,
  ],
  when: [
    ({ event, days, place }) => `${event} takes place on ${days}${place === '' ? '' : ` at ${place}`}.`,
    ({ event, days, place }) => `The dates of ${event} are ${days}${place === '' ? '' : `; the place is ${place}`}.`,
    ({ days, place }) => `Date: ${days}${place === '' ? '' : `. Place: ${place}`}.`,
  ],
  attendees: [
    ({ count }) => `So far, ${count} people hold a ticket.`,
    ({ count, event }) => `${count} people already hold a ticket for ${event}.`,
    ({ count }) => `Tickets held at the time of writing: ${count}.`,
  ],
  capacity: [
    ({ count }) => `There is room for ${count} people.`,
    ({ count }) => `The house holds ${count}.`,
    ({ count }) => `At most ${count} people take part.`,
  ],
  goals: [
    ({ goals, one }) => `As we understand it, ${one ? 'this is what you want' : 'these are what you want'}: ${goals}.`,
    ({ goals }) => `We have put this together with ${goals} in mind.`,
    ({ company, goals }) => `What we know of the plans of ${company}: ${goals}. Correct us where we are wrong.`,
  ],
  benefitForGoal: [
    ({ benefit, goal }) => `${benefit}, for ${goal}`,
    ({ benefit, goal }) => `${benefit}: this serves ${goal}`,
    ({ benefit, goal }) => `Towards ${goal}: ${benefit}`,
  ],
  exclusive: [
    ({ industry }) => `No other sponsor from ${industry} beside you`,
    ({ industry }) => `You are the only sponsor from ${industry}`,
  ],
  price: [
    ({ offer, price }) => `${offer} costs ${price}.`,
    ({ offer, price }) => `The price of ${offer} is ${price}.`,
    ({ offer, price }) => `For ${offer} we ask ${price}.`,
  ],
  earlyBird: [
    ({ until, full }) => `This early price holds until ${until}; after that it is ${full}.`,
    ({ until, full }) => `That is the early price, up to and including ${until}; then ${full}.`,
    ({ until, full }) => `From the day after ${until} it is ${full}.`,
  ],
  left: [
    ({ left, of, one }) => (one ? `One of ${of} is left.` : `${left} of ${of} are left.`),
    ({ left, of, one }) =>
      one ? `There are ${of} in all, one of them still free.` : `There are ${of} in all, ${left} of them still free.`,
  ],
  quote: [({ quote, by }) => `“${quote}” — ${by}`],
  outcome: [
    ({ sponsor, past, outcome }) => `${sponsor} at ${past}: ${outcome}.`,
    ({ sponsor, past, outcome }) => `What ${sponsor} took home from ${past}: ${outcome}.`,
  ],
  sponsors: [
    ({ sponsors, past, one }) => `${sponsors} ${one ? 'was a sponsor' : 'were sponsors'} of ${past}.`,
    ({ sponsors, past }) => `${past} was sponsored by ${sponsors}.`,
  ],
  next: [
    () => 'If this looks useful, a short call is enough to see whether it fits. If it does not, a brief no is just as welcome.',
    () => 'Would it help to talk it through? Answer with a time that suits you, or with what you would want to be different.',
    () => 'Tell us what matters to you and what does not, and we will say openly whether this is the right package.',
    ({ company }) => `What would make this worth it for ${company}? One line in answer is enough, and we take it from there.`,
  ],
  pastEvent: (name, year) => (year === '' || name.includes(year) ? name : `${name} in ${year}`),
  quoted: (text) => `“${text}”`,
};
