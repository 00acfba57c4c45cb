/**
 * Pure. Wishes to hear nothing more, in words. Each phrase stands for a whole wish: a sentence that only mentions
 * unsubscribing, asks about somebody else, or limits the wish to a list of guests or a day does not match.
 * Texts are lower case, without accents, one sentence each, without greeting and "please".
 */
const list = `(?:mailing ?list|mail list|e-?mail list|contact list|distribution list|newsletter|database|emails?|mails?|messages)`;
const verteiler = `(?:(?:e-?mail-?|mail-?)?verteiler|(?:e-?)?mail(?:ing)?-?liste|newsletter|kontaktliste|datenbank)`;
const liste = `(?:liste(?: de (?:diffusion|contacts?|distribution|mails?))?|newsletter|base de donnees|infolettre|(?:e-?)?mails?|courriels?)`;
const lista = `(?:lista(?: de (?:correos?|contactos?|distribucion|contatos?|e-?mails?))?|newsletter|boletin|base de dados|base de datos|correos?|e-?mails?)`;
const end = `(?: (?:thanks|thank you|now|immediately|danke|merci|gracias|obrigad[oa]|asap|at once))*$`;

const phrases: Record<'en' | 'de' | 'fr' | 'es' | 'pt', string[]> = {
  en: [
    `^(?:stop|stop all|unsubscribe|unsubscribe me|unsubscribe us|opt[ -]?out|remove me|remove us|take me off)${end}`,
    `^(?:(?:can|could|would|will) you )?(?:please )?unsubscribe (?:me|us|this address|my address|this e?mail(?: address)?)(?: from (?:your|this|the|these|any|all)(?: further| future)? ${list})?${end}`,
    `^(?:i|we) (?:want|would like|wish) to (?:unsubscribe|opt[ -]?out|be unsubscribed|be removed from (?:your|this|the) ${list})(?: from (?:your|this|the|these|all) ${list})?${end}`,
    `^how (?:do|can) (?:i|we) (?:unsubscribe|opt[ -]?out)(?: from (?:your|this|these|the) ${list})?${end}`,
    `^(?:(?:can|could|would|will) you )?(?:please )?(?:remove|delete|take) (?:me|us|my (?:e-?mail )?address|my e?mail|this address)(?: off| out of| from) (?:your|this|the|all)(?: of your)? (?:${list}|lists?)${end}`,
    `^(?:(?:can|could|would|will) you )?(?:please )?stop (?:e-?mailing|mailing|contacting|writing(?: to)?|messaging|spamming|sending) (?:me|us)(?: (?:these|any more|more|any)? ?(?:e-?mails?|mails?|messages|this|such mails))?${end}`,
    `^(?:do not|don't|never) (?:e-?mail|mail|contact|write(?: to)?|message) (?:me|us)(?: (?:again|any ?more|any longer|ever again|further))${end}`,
    `^(?:no more|no further) (?:e-?mails?|mails?|messages)(?: from you)?${end}`,
    `^(?:i|we) (?:do not|don't) (?:want|wish) (?:to (?:receive|get|hear)|any) (?:any )?(?:more |further |other )?(?:(?:of )?(?:your |these |such )?(?:e-?mails?|mails?|messages)|from you)(?: any ?more| again)?${end}`,
    `^opt me out${end}`,
  ],
  de: [
    `^(?:abmelden|abbestellen|abmeldung|austragen|stopp?|newsletter (?:abbestellen|abmelden))${end}`,
    `^(?:melden|meldet) sie mich (?:bitte )?(?:vo[nm]|aus) (?:ihrem |ihrer |diesem |dieser |dem |der )?${verteiler} ab${end}`,
    `^(?:bitte )?(?:mich )?(?:vo[nm]|aus) (?:ihrem |ihrer |diesem |dieser |dem |der )?${verteiler} (?:abmelden|austragen|streichen|entfernen|loschen|nehmen)${end}`,
    `^(?:nehmen|streichen|entfernen|loschen|tragen) sie (?:mich|uns|meine (?:e-?mail-?)?adresse) (?:bitte )?(?:umgehend |sofort )?aus (?:ihrem |ihrer |diesem |dieser |dem |der )?${verteiler}(?: aus)?${end}`,
    `^(?:ich|wir) (?:mochte|mochten|will|wollen|wunsche|wunschen) (?:bitte )?keine (?:weiteren |weitere )?(?:e-?mails?|mails|nachrichten|werbung|newsletter)(?: (?:mehr|von ihnen|erhalten|bekommen))*${end}`,
    `^(?:bitte )?keine (?:weiteren |weitere )?(?:e-?mails?|mails|nachrichten|werbung|newsletter)(?: von ihnen)? mehr(?: (?:schicken|senden|zusenden))?${end}`,
    `^(?:schicken|senden) sie (?:mir|uns) (?:bitte )?keine (?:weiteren |weitere )?(?:e-?mails?|mails|nachrichten|werbung|newsletter)(?: mehr)?${end}`,
    `^(?:kontaktieren|schreiben) sie (?:mich|mir|uns) (?:bitte )?(?:nicht|nie) (?:mehr|wieder)(?: an)?${end}`,
  ],
  fr: [
    `^(?:desabonner|desabonnement|desinscription|desinscrire|stop|me desabonner|desabonnez[- ]moi|desinscrivez[- ]moi)${end}`,
    `^(?:(?:merci )?de )?(?:je (?:souhaite|voudrais|veux|desire) )?(?:me |nous )?(?:desabonner|desinscrire|desabonnez[- ]moi|desinscrivez[- ]moi)(?: (?:de|a) (?:votre|vos|cette|la|ces) ${liste})?${end}`,
    `^(?:(?:merci )?de )?(?:me )?(?:retirer|supprimer|enlever|retirez|supprimez|enlevez|rayez)(?:[- ]moi| mon adresse(?: (?:e-?)?mail)?)? de (?:votre|vos|cette|la|ces) ${liste}${end}`,
    `^(?:(?:merci )?de )?ne (?:me|nous) (?:contactez|contacter|ecrivez|ecrire) plus(?: jamais)?${end}`,
    `^(?:(?:merci )?de )?ne plus (?:me|nous|m')? ?(?:contacter|ecrire|envoyer (?:de|d') ?(?:(?:e-?)?mails?|courriels?|messages?))${end}`,
    `^(?:je|nous) ne (?:veux|souhaite|voulons|souhaitons) plus recevoir (?:de|d'|vos|ces) ?(?:(?:e-?)?mails?|courriels?|messages?)(?: de votre part)?${end}`,
  ],
  es: [
    `^(?:baja|darme de baja|dar de baja|cancelar suscripcion|desuscribirme|desuscribir|no me escriban mas)${end}`,
    `^(?:(?:quiero|quisiera|deseo|me gustaria) )?(?:darme|denme|deme|dame|dar(?:nos)?) de baja(?: de (?:su|esta|la|sus|estos|los) ${lista})?${end}`,
    `^(?:(?:quiero|quisiera|deseo) )?(?:cancelar|anular) (?:mi|la) suscripcion${end}`,
    `^(?:quitenme|quiteme|quitame|eliminenme|elimineme|borrenme|saquenme|eliminen mi (?:correo|direccion)) de (?:su|sus|esta|la) ${lista}${end}`,
    `^no (?:me|nos) (?:escriban|escriba|contacten|contacte|envien|envie)(?: (?:mas )?(?:correos?|e-?mails?|mensajes?))? mas${end}`,
    `^no (?:me|nos) (?:envien|envie|manden) mas (?:correos?|e-?mails?|mensajes?)${end}`,
    `^no (?:quiero|deseo|queremos) (?:recibir )?mas (?:correos?|e-?mails?|mensajes?)(?: suyos)?${end}`,
  ],
  pt: [
    `^(?:descadastrar|descadastre-me|cancelar (?:subscricao|inscricao na newsletter)|remover)${end}`,
    `^(?:(?:quero|gostaria de|desejo) )?(?:cancelar|anular) a (?:minha )?(?:subscricao|assinatura)(?: d[ae] (?:sua |vossa )?${lista})?${end}`,
    `^(?:remova|retire|tire|exclua|removam|retirem)(?:-me| me| o meu (?:e-?mail|endereco)| meu (?:e-?mail|endereco)) d[ae] (?:sua |vossa |esta )?${lista}${end}`,
    `^nao (?:me|nos) (?:contactem?|contatem?|escrevam?|enviem?)(?: (?:mais )?(?:e-?mails?|mensagens))? mais${end}`,
    `^nao (?:me )?(?:envie|enviem|mande|mandem) mais (?:e-?mails?|mensagens)${end}`,
    `^nao (?:quero|desejo|queremos) (?:receber )?mais (?:e-?mails?|mensagens)(?: vossas| suas)?${end}`,
  ],
};

/** What may stand around a wish without changing it. */
const greeting =
  /^(?:hi|hello|hey|dear \w+|hallo|guten tag|sehr geehrte(?:r)? [\p{L} ]+|bonjour|madame,? monsieur|hola|buenos dias|ola|bom dia)(?=[ ,]|$)[ ,]*/u;
const courtesy =
  /^(?:please|pls|kindly|bitte|s'?il vous plait|svp|merci|por favor|se faz favor|and|und|et|y|e|no thanks|no thank you|not interested|kein interesse|nein danke|non merci|no gracias|nao obrigado)(?=[ ,:]|$)[ ,:]*/;

const all = Object.values(phrases)
  .flat()
  .map((source) => new RegExp(source, 'u'));

/** Whether somebody writes that they want to hear nothing more, in English, German, French, Spanish or Portuguese. Says no when unsure. */
export function saysOptOut(text: string): boolean {
  const sentences = plain(text)
    .split(/[.!?;\n]+/)
    .slice(0, 40);
  return sentences.some((sentence) => {
    let rest = sentence.trim().replace(greeting, '');
    for (let i = 0; i < 4; i++) rest = rest.replace(courtesy, '');
    rest = rest.replace(/(?<![,: ])[,: ]*(?:please|bitte|s'?il vous plait|svp|por favor)$/, '').trim();
    return rest.length > 0 && rest.length <= 160 && all.some((phrase) => phrase.test(rest));
  });
}

/** Lower case, without accents and typographic signs, white space as single blanks; lines stay apart. */
function plain(text: string): string {
  return text
    .slice(0, 4_000)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/["\u201c\u201d\u201e*_]/g, '')
    .replace(/[^\S\n]+/g, ' ');
}
