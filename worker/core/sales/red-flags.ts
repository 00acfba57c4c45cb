/**
 * Pure. What in a message of a sponsor a person has to deal with, whatever an answer could say: found by words, in English,
 * German, French, Spanish and Portuguese. A hit costs a person a look; a miss would cost more.
 */
export interface RedFlags {
  /** Terms, contract or liability are to be looked at by lawyers, or it threatens with them. */
  legal: boolean;
  /** Another price, a discount or other payment than the packages have. */
  otherPrice: boolean;
  /** Something that no honest partner asks for, or an accusation. */
  ethics: boolean;
}

const legal =
  /\b(?:legal (?:review|team|department|counsel|action|advice)|our (?:lawyers?|attorneys?|counsel)|general counsel|law ?suit|sue (?:you|your)|cease and desist|liability|indemni\w+|contract (?:terms|review|redlines?)|redlines?|nda|non-disclosure|data processing agreement|dpa|rechtsabteilung|anw[aä]lt\w*|juristisch\w*|abmahnung|klage\b|haftung\w*|vertragsentwurf|service juridique|avocats?\b|mise en demeure|conditions du contrat|departamento (?:legal|jur[ií]dico)|abogados?\b|demanda judicial|assessoria jur[ií]dica|advogad[oa]s?\b)/iu;

const otherPrice =
  /(?:\b(?:discounts?|rebates?|better price|lower price|special price|price reduction|cheaper|negotiate (?:the |on )?price|custom (?:package|price|pricing|quote|deal)|tailored package|bespoke package|payment (?:plan|in (?:instal?ments|rates))|barter|in[- ]kind|free of charge|match (?:our|the) budget|our budget is (?:only|just|limited)|reduce the (?:price|fee)|rabatte?|nachlass|preisnachlass|g[uü]nstiger|sonderpreis|ratenzahlung|sachleistung(?:en)?|individuelles? paket|remises?\b|ristourne|r[ée]duction|tarif pr[ée]f[ée]rentiel|forfait sur mesure|descuentos?\b|rebaja|precio especial|paquete a medida|descontos?\b|pre[cç]o especial|pacote (?:personalizado|[àa] medida)))|\b\d{1,2}\s?(?:%|percent|prozent|pour ?cent|por ?ciento|por ?cento)\s?(?:off|discount|less|weniger|rabatt|de (?:remise|descuento|desconto))/iu;

const ethics =
  /\b(?:kick-?backs?|brib\w+|under the table|off the books|finder'?s fee (?:for|to) (?:me|you)|personal commission|backdated?|fake invoice|inflate\w* (?:invoice|numbers|attendance)|attendees? (?:list|data|emails?) (?:with|including) (?:e?mails?|addresses|phone)|sell (?:us )?(?:the )?(?:attendee|participant) (?:list|data)|scam\w*|fraud\w*|illegal\w*|gdpr complaint|data protection authority|report you|harass\w*|discriminat\w*|bestech\w+|schmiergeld|schwarzgeld|scheinrechnung|teilnehmerdaten|betrug\w*|datenschutzbeh[oö]rde|pots?-de-vin|fausse facture|escroqu\w+|cnil|soborno\w*|factura falsa|estafa\w*|suborno\w*|propina por fora|fraude\w*)/iu;

export function redFlagsIn(text: string): RedFlags {
  const read = text.slice(0, 20_000).normalize('NFC');
  return { legal: legal.test(read), otherPrice: otherPrice.test(read), ethics: ethics.test(read) };
}
