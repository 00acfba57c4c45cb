import type { SalesLanguage } from '../proposal/language';
import type { Ways } from '../proposal/words';

/** What mails of outreach say around the claims, in one language. The words themselves state nothing about the world. */
export interface MailWords {
  subject: Ways<{ company: string; event: string }>;
  shortSubject(company: string): string;
  greeting(name: string): string;
  closing: string;
  opening: Ways<{ company: string; event: string; days: string; place: string }>;
  offer: Ways<{ offer: string; price: string }>;
  offerForGoal: Ways<{ offer: string; price: string; goal: string }>;
  linkLead: Ways<{ company: string }>;
  linkLabel(company: string): string;
  ask: Ways<{ company: string }>;
  leads: {
    audience: Ways<{ event: string }>;
    social_proof: Ways<{ event: string }>;
    goal: Ways<{ goal: string; offer: string; benefit: string }>;
    scarcity: Ways<{ offer: string }>;
  };
  lastWord: Ways<{ company: string; event: string }>;
  again: Ways<{ company: string }>;
  followUpAsk: Ways<{ company: string }>;
}

const english: MailWords = {
  subject: [
    ({ company, event }) => `${event} and ${company}`,
    ({ company, event }) => `${company} at ${event}?`,
    ({ event, company }) => `${event}: a proposal for ${company}`,
    ({ event }) => `Sponsoring ${event}`,
    ({ company }) => `A proposal for ${company}`,
  ],
  shortSubject: (company) => (company.length <= 38 ? `A proposal for ${company}` : 'A proposal for you'),
  greeting: (name) => (name === '' ? 'Hello,' : `Dear ${name},`),
  closing: 'Kind regards',
  opening: [
    ({ company, event, days, place }) =>
      `We are preparing ${event} (${days}${place}) and would like to ask whether ${company} wants to be part of it as a sponsor.`,
    ({ event, days, place }) => `This is about ${event} (${days}${place}) and about whether you would sponsor it.`,
    ({ company, event, days, place }) => `Could ${company} be a sponsor of ${event}? It takes place on ${days}${place}.`,
    ({ event, days, place }) => `For ${event} (${days}${place}) we are looking for a few sponsors who belong there by subject.`,
  ],
  offer: [
    ({ offer, price }) => `What we would suggest is ${offer}, for ${price}.`,
    ({ offer, price }) => `Our suggestion is ${offer}; the price is ${price}.`,
    ({ offer, price }) => `Of our packages, ${offer} (${price}) seems the closest fit.`,
  ],
  offerForGoal: [
    ({ offer, price, goal }) => `With ${goal} in mind, we would suggest ${offer}, for ${price}.`,
    ({ offer, price, goal }) => `Of our packages, ${offer} (${price}) seems closest to ${goal}.`,
    ({ offer, price, goal }) => `Our suggestion is ${offer}, for ${price}: it was chosen for ${goal}.`,
  ],
  linkLead: [
    () => 'What it holds, point by point, is on one page:',
    ({ company }) => `We have written it down for ${company}:`,
    () => 'The proposal, in two minutes of reading:',
  ],
  linkLabel: (company) => `Proposal for ${company}`,
  ask: [
    () => 'Would a short call help to see whether it fits? If this is with somebody else in your company, a name is all we need.',
    ({ company }) => `Is this something for ${company}? A line is enough, also if the answer is no.`,
    () => 'If you would like to talk it through, answer with a time that suits you. If it is not for you, a brief no helps us too.',
  ],
  leads: {
    audience: [
      () => 'To add to our proposal, something about those who come:',
      ({ event }) => `Our first mail said little of the people at ${event}. Here is what we can say of them:`,
      () => 'What may matter more than any package is who is in the room:',
    ],
    social_proof: [
      () => 'You may want to hear it from somebody other than us:',
      () => 'Others have stood where you stand now. What they report:',
      ({ event }) => `A word on ${event} from those who sponsored it before:`,
    ],
    goal: [
      ({ goal, offer, benefit }) => `One part of ${offer} we picked for ${goal}: ${benefit}.`,
      ({ goal, benefit }) => `Thinking of ${goal} again, this is the part of the proposal that we would look at first: ${benefit}.`,
      ({ goal, offer, benefit }) => `Should ${goal} still be what you are after, ${offer} has this for it: ${benefit}.`,
    ],
    scarcity: [
      ({ offer }) => `So that it does not take you by surprise, a note on ${offer}:`,
      ({ offer }) => `If you are still considering ${offer}, this may help you plan:`,
      () => 'A short note on the practical side:',
    ],
  },
  lastWord: [
    ({ event }) =>
      `This is our last mail about ${event}. If it does not fit this year, there is nothing to do. If it does, an answer to this mail is enough.`,
    ({ company, event }) =>
      `We do not want to fill your inbox, so we leave it here. Should ${company} want to come back to ${event}, simply answer this mail.`,
    ({ event }) => `We take it that ${event} is not a priority now, and stop here. If that is wrong, one line brings us back.`,
  ],
  again: [() => 'The proposal is still here:', ({ company }) => `Once more the page for ${company}:`, () => 'All of it, on one page:'],
  followUpAsk: [
    () => 'Does that change anything for you?',
    () => 'Would you like to talk about it for a quarter of an hour?',
    () => 'What would you need to know to decide, one way or the other?',
  ],
};

const german: MailWords = {
  subject: [
    ({ company, event }) => `${event} und ${company}`,
    ({ company, event }) => `${company} bei ${event}?`,
    ({ event, company }) => `${event}: ein Vorschlag für ${company}`,
    ({ event }) => `Sponsoring bei ${event}`,
    ({ company }) => `Ein Vorschlag für ${company}`,
  ],
  shortSubject: (company) => (company.length <= 36 ? `Ein Vorschlag für ${company}` : 'Ein Vorschlag für Sie'),
  greeting: (name) => (name === '' ? 'Guten Tag,' : `Guten Tag ${name},`),
  closing: 'Freundliche Grüße',
  opening: [
    ({ company, event, days, place }) =>
      `wir bereiten ${event} vor (${days}${place}) und möchten fragen, ob ${company} als Sponsor dabei sein will.`,
    ({ event, days, place }) => `es geht um ${event} (${days}${place}) und darum, ob Sie als Sponsor dabei sein möchten.`,
    ({ company, event, days, place }) => `wäre ${company} gern Sponsor von ${event}? Der Termin: ${days}${place}.`,
    ({ event, days, place }) => `für ${event} (${days}${place}) suchen wir einige Sponsoren, die vom Thema her dazugehören.`,
  ],
  offer: [
    ({ offer, price }) => `Vorschlagen möchten wir Ihnen ${offer}, für ${price}.`,
    ({ offer, price }) => `Unser Vorschlag ist ${offer}; der Preis: ${price}.`,
    ({ offer, price }) => `Von unseren Paketen scheint ${offer} (${price}) am besten zu passen.`,
  ],
  offerForGoal: [
    ({ offer, price, goal }) => `Mit Blick auf ${goal} möchten wir ${offer} vorschlagen, für ${price}.`,
    ({ offer, price, goal }) => `Von unseren Paketen scheint ${offer} (${price}) am besten zu passen, wenn es Ihnen um ${goal} geht.`,
    ({ offer, price, goal }) => `Unser Vorschlag ist ${offer}, für ${price}: ausgesucht für ${goal}.`,
  ],
  linkLead: [
    () => 'Was es enthält, steht auf einer Seite:',
    ({ company }) => `Für ${company} haben wir es aufgeschrieben:`,
    () => 'Der Vorschlag, in zwei Minuten gelesen:',
  ],
  linkLabel: (company) => `Vorschlag für ${company}`,
  ask: [
    () => 'Würde ein kurzes Gespräch helfen, um zu sehen, ob es passt? Wenn bei Ihnen jemand anderes zuständig ist, genügt uns ein Name.',
    ({ company }) => `Ist das etwas für ${company}? Eine Zeile genügt, auch wenn die Antwort nein ist.`,
    () => 'Wenn Sie darüber sprechen möchten, antworten Sie mit einer Zeit, die Ihnen passt. Wenn nicht, hilft uns auch ein knappes Nein.',
  ],
  leads: {
    audience: [
      () => 'als Ergänzung zu unserem Vorschlag etwas über die, die kommen:',
      ({ event }) => `unsere erste Mail sagte wenig über die Menschen bei ${event}. Das können wir über sie sagen:`,
      () => 'wichtiger als jedes Paket ist vielleicht, wer im Raum ist:',
    ],
    social_proof: [
      () => 'vielleicht möchten Sie es von jemand anderem hören als von uns:',
      () => 'andere standen vor derselben Frage. Was sie berichten:',
      ({ event }) => `ein Wort zu ${event} von denen, die schon Sponsor waren:`,
    ],
    goal: [
      ({ goal, offer, benefit }) => `einen Teil von ${offer} haben wir für ${goal} ausgesucht: ${benefit}.`,
      ({ goal, benefit }) => `noch einmal mit Blick auf ${goal}, diesen Teil des Vorschlags würden wir zuerst ansehen: ${benefit}.`,
      ({ goal, offer, benefit }) => `wenn es Ihnen weiter um ${goal} geht, hat ${offer} dafür dies: ${benefit}.`,
    ],
    scarcity: [
      ({ offer }) => `damit es Sie nicht überrascht, ein Hinweis zu ${offer}:`,
      ({ offer }) => `falls Sie ${offer} noch erwägen, hilft das vielleicht beim Planen:`,
      () => 'ein kurzer Hinweis zur praktischen Seite:',
    ],
  },
  lastWord: [
    ({ event }) =>
      `das ist unsere letzte Mail zu ${event}. Wenn es in diesem Jahr nicht passt, ist nichts zu tun. Wenn doch, genügt eine Antwort auf diese Mail.`,
    ({ company, event }) =>
      `wir möchten Ihr Postfach nicht füllen und belassen es dabei. Will ${company} auf ${event} zurückkommen, antworten Sie einfach auf diese Mail.`,
    ({ event }) =>
      `wir nehmen an, dass ${event} gerade nicht ansteht, und melden uns nicht weiter. Sollte das falsch sein, genügt eine Zeile.`,
  ],
  again: [
    () => 'Der Vorschlag steht weiterhin hier:',
    ({ company }) => `Noch einmal die Seite für ${company}:`,
    () => 'Alles auf einer Seite:',
  ],
  followUpAsk: [
    () => 'Ändert das etwas für Sie?',
    () => 'Möchten Sie eine Viertelstunde darüber sprechen?',
    () => 'Was müssten Sie wissen, um sich so oder so zu entscheiden?',
  ],
};

export const mailWords: Record<SalesLanguage, MailWords> = { en: english, de: german };
