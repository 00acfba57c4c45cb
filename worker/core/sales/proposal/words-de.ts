import type { ProposalWords } from './words';

export const germanWords: ProposalWords = {
  title: [
    ({ company, event }) => `${company} bei ${event}`,
    ({ company, event }) => `${event}: ein Vorschlag für ${company}`,
    ({ company, event, offer }) => `${offer} bei ${event}, für ${company}`,
  ],
  greeting: (name) => (name === '' ? 'Guten Tag,' : `Guten Tag ${name},`),
  headings: {
    fit: [
      ({ company, event }) => `Warum ${company} und ${event}`,
      () => 'Was uns verbindet',
      () => 'Warum wir Ihnen schreiben',
      ({ company }) => `Wo ${company} hineinpasst`,
    ],
    audience: [() => 'Wen Sie treffen', ({ event }) => `${event} in Kürze`, () => 'Die Veranstaltung und ihr Publikum', () => 'Wer kommt'],
    package: [
      ({ offer }) => `Was ${offer} für Sie enthält`,
      () => 'Was Sie bekommen',
      ({ offer }) => `Unser Vorschlag: ${offer}`,
      ({ offer }) => `${offer} im Einzelnen`,
    ],
    price: [() => 'Preis', () => 'Was es kostet', ({ offer }) => `Der Preis von ${offer}`],
    proof: [() => 'Wer das schon gemacht hat', () => 'Wer schon dabei war', () => 'Frühere Sponsoren'],
    voices: [() => 'In den Worten von Sponsoren', () => 'Was Sponsoren sagen', () => 'Was die sagen, die dabei waren'],
    next: [() => 'Nächster Schritt', () => 'Wenn Sie das anspricht', () => 'Wie es weitergeht'],
  },
  topics: [
    ({ company, event, topics }) => `${company} arbeitet an diesen Themen: ${topics}. Genau darum geht es bei ${event}.`,
    ({ event, topics }) => `Ihre Arbeit trifft, worum es bei ${event} geht: ${topics}.`,
    ({ company, event, topics }) => `Bei ${event} geht es um ${topics}, und daran arbeitet ${company}.`,
    ({ company, event, topics, one }) =>
      `Der Grund für diesen Vorschlag ist einfach: ${topics} ${one ? 'verbindet' : 'verbinden'} ${company} und ${event}.`,
    ({ event, topics }) => `Für ${event} suchen wir Partner, denen wichtig ist, was auch Ihnen wichtig ist: ${topics}.`,
  ],
  audience: [
    ({ event, audience }) => `Sie wollen ${audience} erreichen; für sie ist ${event} gemacht.`,
    ({ company, event, audience }) => `${event} ist für ${audience} da, also für die Menschen, die ${company} erreichen will.`,
    ({ event, audience }) => `${event} bringt zusammen, wen auch Sie ansprechen: ${audience}.`,
    ({ company, audience }) => `${company} spricht ${audience} an. Wir auch.`,
  ],
  returning: [
    ({ past, event }) => `Sie haben ${past} gesponsert, und wir hätten Sie gern auch bei ${event} dabei.`,
    ({ company, past }) => `${company} war Sponsor von ${past}: Dies ist eine Einladung, daran anzuknüpfen.`,
    ({ past }) => `Sie kennen uns von ${past}, wo Sie Sponsor waren.`,
  ],
  similar: [
    ({ past, topics }) => `Sie haben ${past} gesponsert, und mit uns hat das gemeinsam: ${topics}.`,
    ({ company, past, topics }) => `${company} hat ${past} gesponsert; das hat mit uns gemeinsam: ${topics}.`,
    ({ past, topics }) => `Dass Sie ${past} gesponsert haben, zeigt uns, was Ihnen wichtig ist: ${topics}.`,
  ],
  sameCity: [
    ({ city }) => `Die Veranstaltung findet in ${city} statt, wo Sie zu Hause sind.`,
    ({ city }) => `Und es ist nah: in ${city}, Ihrer eigenen Stadt.`,
    ({ company, city }) => `${company} und die Veranstaltung sind beide in ${city}.`,
  ],
  when: [
    ({ event, days, place }) => `${event} findet statt: ${days}${place === '' ? '' : `, ${place}`}.`,
    ({ event, days, place }) => `Termin von ${event}: ${days}${place === '' ? '' : `. Ort: ${place}`}.`,
    ({ days, place }) => `Termin: ${days}${place === '' ? '' : `. Ort: ${place}`}.`,
  ],
  attendees: [
    ({ count }) => `Bisher haben ${count} Menschen ein Ticket.`,
    ({ count, event }) => `${count} Menschen haben schon ein Ticket für ${event}.`,
    ({ count }) => `Vergebene Tickets zum Zeitpunkt dieses Schreibens: ${count}.`,
  ],
  capacity: [
    ({ count }) => `Platz ist für ${count} Menschen.`,
    ({ count }) => `Das Haus fasst ${count}.`,
    ({ count }) => `Höchstens ${count} Menschen nehmen teil.`,
  ],
  goals: [
    ({ goals }) => `So verstehen wir, was Sie vorhaben: ${goals}.`,
    ({ goals }) => `Zusammengestellt haben wir das mit Blick auf ${goals}.`,
    ({ company, goals }) => `Was wir von den Plänen von ${company} wissen: ${goals}. Korrigieren Sie uns, wo wir irren.`,
  ],
  benefitForGoal: [
    ({ benefit, goal }) => `${benefit}, für ${goal}`,
    ({ benefit, goal }) => `${benefit}: Das dient ${goal}`,
    ({ benefit, goal }) => `Auf dem Weg zu ${goal}: ${benefit}`,
  ],
  exclusive: [
    ({ industry }) => `Kein anderer Sponsor aus diesem Bereich neben Ihnen: ${industry}`,
    ({ industry }) => `Sie sind der einzige Sponsor aus diesem Bereich: ${industry}`,
  ],
  price: [
    ({ offer, price }) => `${offer} kostet ${price}.`,
    ({ offer, price }) => `Der Preis von ${offer} ist ${price}.`,
    ({ offer, price }) => `Preis für ${offer}: ${price}.`,
  ],
  earlyBird: [
    ({ until, full }) => `Dieser frühe Preis gilt bis ${until}; danach sind es ${full}.`,
    ({ until, full }) => `Das ist der frühe Preis, bis einschließlich ${until}; dann ${full}.`,
    ({ until, full }) => `Vom Tag nach dem ${until} an sind es ${full}.`,
  ],
  left: [
    ({ left, of, one }) => (one ? `Von ${of} ist noch eines frei.` : `Von ${of} sind noch ${left} frei.`),
    ({ left, of, one }) =>
      one ? `Insgesamt gibt es ${of}, eines davon ist noch frei.` : `Insgesamt gibt es ${of}, ${left} davon sind noch frei.`,
  ],
  quote: [({ quote, by }) => `„${quote}“ — ${by}`],
  outcome: [
    ({ sponsor, past, outcome }) => `${sponsor} bei ${past}: ${outcome}.`,
    ({ sponsor, past, outcome }) => `Was ${sponsor} von ${past} mitgenommen hat: ${outcome}.`,
  ],
  sponsors: [
    ({ sponsors, past, one }) => `${sponsors} ${one ? 'war' : 'waren'} bei ${past} als Sponsor dabei.`,
    ({ sponsors, past }) => `Sponsoren von ${past}: ${sponsors}.`,
  ],
  next: [
    () => 'Wenn das nützlich klingt, genügt ein kurzes Gespräch, um zu sehen, ob es passt. Ein knappes Nein ist ebenso willkommen.',
    () => 'Hilft es, darüber zu sprechen? Antworten Sie mit einer Zeit, die Ihnen passt, oder mit dem, was anders sein sollte.',
    () => 'Sagen Sie uns, was Ihnen wichtig ist und was nicht; wir sagen offen, ob dies das richtige Paket ist.',
    ({ company }) => `Was müsste gegeben sein, damit es sich für ${company} lohnt? Eine Zeile genügt als Antwort.`,
  ],
  pastEvent: (name, year) => (year === '' || name.includes(year) ? name : `${name} ${year}`),
  quoted: (text) => `„${text}“`,
};
