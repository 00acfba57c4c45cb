import type { SalesLanguage } from '../proposal/language';

/** What a sponsor's question is about; the words by which it is known, in English and German. */
export const subjects = {
  price: /\b(?:price[sd]?|pricing|costs?|how much|fees?|rates?|preise?|preis|kosten|kostet|wie ?viel (?:kostet|geld|muss))\b/iu,
  earlyBird:
    /\b(?:early[ -]?bird|early price|fr[uü]hbucher\w*|fr[uü]her? preis|until when|by when|bis wann|how long (?:is|does) the price)\b/iu,
  stock: /\b(?:available|availability|sold out|still free|left|spots?|verf[uü]gbar|ausverkauft|noch frei|noch zu haben|noch da)\b/iu,
  benefits:
    /\b(?:includ\w+|benefits?|what (?:do|would|will) (?:we|i) get|what is in|what's in|consist\w*|cover\w*|enth[aä]lt\w*|enthalten|leistungen|bekommen wir|was ist (?:drin|dabei)|umfasst)\b/iu,
  when: /\b(?:when (?:is|does|will|are)|what (?:date|day)s?|which (?:date|day)s?|the dates?|wann (?:ist|findet|sind)|welche[sn]? (?:datum|tage?n?)|termin)\b/iu,
  where:
    /\b(?:where (?:is|does|will)|what (?:venue|location|city)|which (?:venue|city)|the (?:venue|location)|wo (?:ist|findet)|welche[rnm]? (?:ort|stadt)|veranstaltungsort)\b/iu,
  size: /\b(?:how many (?:people|attendees|participants|visitors|guests|tickets (?:are|have) (?:sold|held|been|gone))|number of (?:attendees|participants|visitors)|wie ?viele? (?:menschen|teilnehm\w+|besuch\w+|g[aä]ste|leute|personen))\b/iu,
  packages: /\b(?:packages?|tiers?|sponsor(?:ship|ing)? (?:levels?|options?)|options|pakete?n?|sponsoring-?pakete?|sponsorenpakete?)\b/iu,
} as const;

/** Of attendees' tickets, not of sponsoring: the package table has no answer. */
export const ofTickets = /\b(?:tickets?|admission|entrance|eintritt\w*|karten?)\b/iu;

/** Words that a question answered from records may hold beside names: any other asks for more than the records say. */
export const plainWords: ReadonlySet<string> = new Set(
  (
    'event conference festival congress summit fair show expo meetup take takes taking place held happen happens start starts date dates day days many people attendees attendee participants participant visitors visitor guests expect expected ' +
    'come coming attend attending number price prices priced pricing cost costs much fee fees rate rates early bird early-bird deadline until hold holds valid valid available availability sold free left spot spots still package packages tier ' +
    'tiers level levels option options sponsor sponsors sponsorship sponsoring include includes included including benefit benefits get contain contains cover covers covered offer offers venue location city town exactly currently now ' +
    'send list pricelist ticket tickets seat seats pass passes both team also exactly know tell please hi hello thanks thank dear interested like would could us let detail details info information overview list again also another question year sorry proposal mail sent suggested ' +
    'veranstaltung konferenz messe kongress tagung statt findet stattfinden beginnt termin datum tage tag ort stadt veranstaltungsort teilnehmer teilnehmende teilnehmerinnen besucher gäste leute menschen personen erwarten erwartet kommen ' +
    'preis preise kostet kosten viel viele frühbucher frühbucherpreis frist gilt verfügbar ausverkauft frei noch haben paket pakete sponsor sponsoring sponsorenpaket enthält enthalten leistungen bekommen umfasst drin dabei ' +
    'wann wo was wie welche welcher welches when where what which who how hoch preisliste schicken senden kostenpunkt bitte danke hallo guten liebe gern wissen sagen genau jetzt momentan übersicht frage vorschlag'
  ).split(' '),
);

export interface AnswerWords {
  greeting(name: string): string;
  includes(offer: string): string;
  left(offer: string, left: string): string;
  unlimited(offer: string): string;
  soldOut(offer: string): string;
  noEarlyPrice(offer: string): string;
  closing: string;
}

export const answerWords: Record<SalesLanguage, AnswerWords> = {
  en: {
    greeting: (name) => (name === '' ? 'Hello,' : `Dear ${name},`),
    includes: (offer) => `${offer} includes:`,
    left: (offer, left) => `Of ${offer}, ${left} can still be had.`,
    unlimited: (offer) => `${offer} can be had; its number is not limited.`,
    soldOut: (offer) => `${offer} is sold out.`,
    noEarlyPrice: (offer) => `There is no early price for ${offer} now.`,
    closing: 'Kind regards',
  },
  de: {
    greeting: (name) => (name === '' ? 'Guten Tag,' : `Guten Tag ${name},`),
    includes: (offer) => `${offer} enthält:`,
    left: (offer, left) => `Von ${offer} sind noch ${left} zu haben.`,
    unlimited: (offer) => `${offer} ist zu haben; die Zahl ist nicht begrenzt.`,
    soldOut: (offer) => `${offer} ist ausverkauft.`,
    noEarlyPrice: (offer) => `Für ${offer} gibt es derzeit keinen frühen Preis.`,
    closing: 'Freundliche Grüße',
  },
};
