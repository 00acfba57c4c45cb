/** Patterns over lower-case text in standard spelling, all five reply languages in one table. */
const ticket =
  '(?:ticket|tickets|order|orders|registration|pass|passes|booking|purchase|seat|place|badge|entry|spot|reservation|admission)';

export const greeting =
  /^(?:(?:hi|hello|hey|heya|hiya|howdy|yo|good (?:morning|afternoon|evening|day)|greetings|hallo|guten (?:tag|morgen|abend)|servus|moin|grüezi|bonjour|bonsoir|salut|coucou|hola|buenos días|buenas(?: tardes| noches)?|olá|oi|bom dia|boa (?:tarde|noite))(?: (?:there|all|everyone|team|guys|zusammen|à tous|a todos))?[\s,!.?]*)+$/;
export const thanks =
  /^(?:(?:ok|okay|great|perfect|cool|awesome|super|nice|got it|brilliant|lovely|alles klar|parfait|perfecto|perfeito)?[\s,!.]*)(?:thank you|thanks|many thanks|cheers|much appreciated|appreciate it|danke|vielen dank|dankeschön|merci|gracias|muchas gracias|obrigad[oa]|valeu)(?: (?:so much|very much|a lot|a bunch|again|schön|sehr|beaucoup|bien|muito|for (?:your|the) help|mate|man|guys|everyone))*[\s!.]*$/;
export const goodbye =
  /^(?:(?:ok|okay)[\s,]*)?(?:bye|goodbye|see you|see ya|that's all|that is all|no more questions|nothing else|tschüss|auf wiedersehen|au revoir|adiós|adios|hasta luego|tchau|até logo)(?: (?:thanks|thank you|bye))?[\s!.]*$/;
export const agreement =
  /^(?:(?:yes|yep|yeah|yup|yea|sure|ok|okay|of course|please do|go ahead|do it|do that|confirm(?:ed)?|correct|right|absolutely|definitely|sounds good|that works|proceed|i agree|agreed|ja|jawohl|gerne|klar|bitte|mach das|genau|oui|d'accord|vas-y|allez-y|bien sûr|volontiers|sí|si|claro|vale|de acuerdo|por supuesto|adelante|sim|pode ser|com certeza|confirmo|isso)[\s,!.]*)+(?:please|thanks|thank you|refund (?:it|me|them)|send it|do it|do that|go ahead|resend it|bitte|s'il vous plaît|por favor)?[\s,!.]*$/;
export const refusal =
  /^(?:(?:no|nope|nah|never ?mind|not (?:now|yet|really)|don't|do not|cancel that|stop|wait|rather not|forget it|leave it|nein|nicht|lieber nicht|non|pas maintenant|ahora no|mejor no|não|agora não|deixa)[\s,!.]*)+(?:thanks|thank you|please|danke|merci|gracias|obrigad[oa]|do (?:it|that))?[\s,!.]*$/;

/** A question about how things are in general; overrides a request for an action on one's own ticket. */
export const generalQuestion =
  /^(?:(?:hi|hello|hey|so|and|also|ok|please)[\s,!.]*)*(?:until when|till when|by when|when|what(?:'s| is| are| if| happens)|which|who|why|where|is (?:it|there|a|the)|are (?:there|the|tickets)|do (?:you|i|they)|does|did|will|would i|how (?:do|can|does|much|long|late|many|is|are|will|would|could|should)|is it possible|am i (?:able|allowed)|can (?:someone|somebody|another|other|tickets?|a ticket|people|my)|could (?:someone|somebody)|may (?:someone|i)|bis wann|wann|wie|was|welche|gibt es|kann (?:man|ich|jemand)|jusqu'à quand|quand|comment|quel|est-ce|peut-on|puis-je|hasta cuándo|cuándo|cómo|qué|hay|se puede|puedo|até quando|quando|como|qual|posso|é possível)\b/;
export const conditional = /\b(?:if i|if we|in case|what if|falls|wenn ich|si je|si no puedo|se eu)\b/;

export const refundRequest: RegExp[] = [
  /^(?:hi,? |hello,? )?(?:(?:a |full )?refund,? (?:please|now)|please,? (?:a )?refund(?: me| it)?)\W*$/,
  /\b(?:refund|reimburse) (?:me|us|it|this|these|them|both|all|my|our|the|order|one of)\b(?!.*\b(?:policy|deadline)\b)/,
  new RegExp(`\\b(?:cancel|return|refund|give back) (?:my|our|this|the|both|all|one of (?:my|our)) (?:\\w+ ){0,2}${ticket}\\b`),
  /\b(?:want|need|would like|'d like|request|requesting|demand|like to (?:get|have|request)|get|give me|have) (?:a |my |our |the |an? (?:immediate |full |partial )?)?(?:full |partial )?(?:refund|money back|money returned)\b/,
  /\b(?:my|our) (?:money|refund) back\b|\bask(?:ing)? for (?:a|my) refund\b/,
  /\b(?:möchte|will|hätte gerne?|bitte) (?:\p{L}+ ){0,4}(?:erstattung|rückerstattung|geld zurück|stornieren|erstattet|zurückgeben)|\b(?:mein(?:e|en)? (?:ticket|karte|bestellung)s? (?:\p{L}+ )?(?:stornieren|erstatten|zurückgeben))|\bmein geld zurück\b/u,
  /\b(?:je (?:veux|voudrais|souhaite)|j'aimerais|merci de|pouvez-vous) (?:\p{L}+ ){0,4}(?:rembours\p{L}*|annuler (?:mon|ma|mes))|\bremboursez[- ]moi\b|\bannuler (?:mon|ma|mes) (?:billets?|commande|inscription)|\bêtre remboursée?/u,
  /(?:^|[^\p{L}])(?:quiero|quisiera|necesito|solicito|me gustaría) (?:\p{L}+ ){0,4}(?:reembolso|devolución|devolver|cancelar (?:mi|mis))|\b(?:devuélvanme|reembólsenme|mi dinero de vuelta)\b|\bcancelar mis? (?:entradas?|pedido|inscripción|boletos?)/u,
  /\b(?:quero|queria|gostaria de|preciso(?: de)?|solicito) (?:\p{L}+ ){0,4}(?:reembolso|estorno|devolução|cancelar (?:meu|minha))|\bmeu dinheiro de volta\b|\bcancelar (?:meu|minha|meus) (?:ingressos?|bilhetes?|pedido|inscrição)/u,
];

export const resendRequest: RegExp[] = [
  new RegExp(
    `\\b(?:resend|re-send|send|mail|e-?mail|forward)(?: me| us)? (?:again )?(?:my|our|the|a new|another|a copy of (?:my|our|the)) (?:\\w+ ){0,2}(?:${ticket}|confirmation|qr(?: code)?|e-?ticket|barcode)\\b`,
  ),
  new RegExp(`\\b(?:resend|re-send) (?:it|them|that|${ticket})\\b`),
  new RegExp(
    `\\b(?:haven't|have not|hasn't|never|didn't|did not|still haven't|not) (?:yet |ever )?(?:received?|got|gotten|get|arrived|arrive) (?:my |our |the |a |any )?(?:\\w+ ){0,2}(?:${ticket}|confirmation|qr(?: code)?|e-?ticket)s?\\b`,
  ),
  new RegExp(
    `\\b(?:my|our|the) (?:\\w+ )?(?:${ticket}|confirmation(?: e-?mail)?|qr(?: code)?)s? (?:hasn't|has not|haven't|have not|never|didn't|did not) (?:yet )?(?:arrived?|come|came|show(?:ed)? up|been (?:sent|delivered))`,
  ),
  new RegExp(
    `\\b(?:lost|deleted|can't find|cannot find|can not find|misplaced|don't have|missing) (?:my|our|the) (?:\\w+ ){0,2}(?:${ticket}|confirmation|qr(?: code)?|e-?ticket)(?: e-?mail)?s?\\b`,
  ),
  /\bwhere (?:is|are) (?:my|our) (?:e-?)?(?:tickets?|confirmation(?: e-?mail)?|qr code|order confirmation)\b(?! (?:desk|office|counter|check))/,
  /\b(?:tickets?|karten?|bestätigung\p{L}*|qr-code) (?:\p{L}+ ){0,3}(?:nicht (?:bekommen|erhalten|angekommen)|verloren|nochmal|noch einmal|erneut)|\b(?:schick|send)\p{L}* (?:\p{L}+ ){0,3}(?:tickets?|karten?) (?:\p{L}+ ){0,2}(?:nochmal|noch einmal|erneut|zu)/u,
  /\b(?:pas reçu|perdu|renvoy\p{L}*) (?:\p{L}+ ){0,2}(?:billets?|confirmation|e-?billet)|\bpas (?:encore )?reçu mon\b/u,
  /\b(?:no (?:he recibido|me (?:ha )?llegado|recibí|me llegó)|perdí|he perdido|reenvi\p{L}*|enví\p{L}*me (?:otra vez|de nuevo)?) (?:\p{L}+ ){0,2}(?:entradas?|boletos?|confirmación|tickets?)/u,
  /\b(?:não (?:recebi|chegou)|perdi|reenvi\p{L}*) (?:\p{L}+ ){0,2}(?:ingressos?|bilhetes?|confirmação|tickets?)/u,
];

export const transferRequest: RegExp[] = [
  new RegExp(
    `\\b(?:transfer|reassign|give|pass|sign over|hand over|move|switch|change) (?:my|our|this|the|one of (?:my|our)) (?:\\w+ ){0,2}${ticket}s? (?:over )?(?:to|into|onto)\\b`,
  ),
  new RegExp(`\\b(?:transfer|reassign) (?:my|our|this|the|one of (?:my|our)) (?:\\w+ ){0,2}${ticket}s?\\b`),
  new RegExp(
    `\\b(?:change|update|swap|correct|fix|put) (?:the |my |a |another |a different )?name (?:on|of|for|in) (?:my|our|the|this) (?:\\w+ ){0,2}(?:${ticket})`,
  ),
  /\b(?:swap|change|replace) my name on (?:the|my)\b/,
  /\b(?:ticket|karte) (?:\p{L}+ ){0,5}(?:übertragen|umschreiben|weitergeben|überschreiben)|\bnamen (?:auf|im) (?:\p{L}+ )?(?:ticket|karte) (?:\p{L}+ )?ändern/u,
  /\b(?:transférer|céder|donner) (?:mon|ma|mes|le) billets?|\bchanger le nom (?:sur|du)\b/,
  /\b(?:transferir|ceder|pasar|regalar) (?:mi|mis|la) (?:entradas?|boletos?|tickets?)|\bcambiar el nombre (?:de|en|del)\b/,
  /\b(?:transferir|passar|ceder) (?:meu|minha|meus|o) (?:ingressos?|bilhetes?)|\b(?:trocar|mudar|alterar) o nome (?:no|do)\b/,
];

export const lookupRequest: RegExp[] = [
  /\b(?:look ?up|check|find|show me|see|view|verify|confirm|what's in|status of|details of) (?:on )?(?:the )?(?:status (?:of|on) )?(?:my|our) (?:\w+ ){0,2}(?:ticket|order|booking|registration|purchase)s?\b(?! (?:desk|office|opens))/,
  /\b(?:which|what|what kind of|what type of|how many) tickets? (?:do i have|did i (?:buy|book|order|get)|have i (?:bought|got))\b/,
  /\b(?:am i|are we) (?:already )?(?:registered|on the (?:guest )?list|booked|signed up)\b/,
  /\bis my (?:ticket|order|registration|booking|payment) (?:still )?(?:valid|ok|okay|confirmed|paid|active|cancelled|complete|in the system)\b/,
  /\bdid my (?:payment|order|registration) (?:go through|work|succeed)\b|\bhas my (?:payment|order|registration) (?:gone through|been (?:received|confirmed))\b/,
  /\bmeine? (?:bestellung|buchung|ticket) (?:prüfen|nachschauen|anzeigen|gültig)|\bbin ich (?:angemeldet|registriert)\b/,
  /\b(?:vérifier|voir|retrouver) ma commande\b|\bsuis-je inscrite?\b|\bestoy (?:registrad|inscrit)[oa]\b|\b(?:ver|consultar|revisar) mi (?:pedido|entrada|compra)\b|\bestou (?:registrad|inscrit)[oa]\b|\b(?:ver|consultar) (?:meu pedido|minha compra)\b/,
];

/** Something to be done to the person's own records that no tool does. */
export const accountAction: RegExp[] = [
  /^(?:(?:hi|hello|hey|so|and|also|ok)[\s,!.]*)*(?:please |kindly |pls )+(?:\w+ ){0,2}(?:send|issue|change|update|cancel|add|register|book|reserve|sign|remove|upgrade|downgrade|move|put|correct|fix|make|arrange|extend|approve|confirm|enrol|resend|charge|accept|swap|switch|give|email|mail|call|forward|prepare|generate|create|delete|hold|save)\b(?! (?:me )?(?:know|tell|(?:the|a|more|some) (?:link|information|info|details|address|schedule|programme|program|list|directions)))/,
  /\b(?:can|could|would|will|please|pls) (?:you|u|someone)(?: guys)? (?:please )?(?:send|issue|change|update|cancel|add|register|book|reserve|sign|upgrade|downgrade|move|put|correct|fix|arrange|extend|approve|swap|switch|prepare|hold|make an exception)(?: (?:me|us))? (?:my|our|me|us|an invoice|a receipt|the invoice|a (?:visa|invitation) letter|for me)\b/,
  /^(?!(?:\S+\s){0,2}(?:is|are|can|could|do|does|who|what|where|when|which|how|should|may)\b).*[\w.+-]+@[\w-]+\.\w{2,}/,
  /\b(?:passport|id card|reg(?:istration)? number|booking number|order number|invoice number|reservation number) ?(?:number|no\.?|nr\.?|is|:|#)* ?[a-z]{0,3}\d{4,}/,
  /\b(?:booked as|booked under|registered as|under the name|my name is|order number|in the name of|name is|booking ref\w*)\b.*\b(?:please|cancel|change|swap|update|move|upgrade|send|check|add|remove|want|need|can you)\b|\b(?:cancel|change|swap|update|move|upgrade|send|check|add|remove)\b.*\b(?:booked as|booked under|registered as|under the name|my name is|in the name of|name is|booking ref\w*)\b/,
  /\b(?:change|update|correct) (?:my|our|the) (?:\w+ )?(?:e-?mail(?: address)?|address|phone(?: number)?|vat(?: number| id)?|company(?: name)?|billing (?:address|details)|t-?shirt(?: size)?|shirt size|diet\w*(?: \w+)?|meal(?: \w+)?) (?:to|from|on|for|in)\b/,
  /\b(?:add|put|sign|register|enrol|book) (?:me|us|my \w+|him|her|\w+ and me) (?:up |down |on |in |onto |into |to |for )+(?:the |a |your |that |tomorrow|this )/,
  /\b(?:charged|billed|paid|debited) (?:me |us |my card )?(?:twice|double|two times|three times|the wrong amount|too much)\b|\bdouble[- ]charged\b/,
  /^(?:(?:hi|hello|hey|so|and|also|ok)[\s,!.]*)*(?:please|pls|kindly) (?!tell|explain|help|let|advise|clarify|describe|say|share|note|give me (?:info|information|details|directions|the))\w+ (?:my|me|us|our|him|her|them)\b/,
  /^(?:(?:hi|hello|hey|please|so)[\s,!.]*)*(?:send|mail|e-?mail|issue|give|get|make|book|reserve|put|add|change|update|cancel|remove|take down|delete|sign|register|mark|move|upgrade|fix|extend|approve|confirm|check) (?:me|us|my|our|the|a|an|down|up)\b.*(?:\b[a-z]{0,5}-?\d{2,}[a-z\d-]*\b|[\w.+-]+@[\w-]+\.\w+|\bplease\b|\bname\b)/,
  /\b(?:can|could|would|will|pls|please) (?:you|u|someone)(?: guys)? (?:please )?(?:mark|put|sign|book|write|note|count|pencil|add) (?:me|us|my|our)(?: \w+)? (?:down|up|in|on|for)\b/,
  /\b(?:add|change|fix|correct|move|cancel|remove|update|swap|send|do|book|sort) (?:it|this|that|them|him|her|me|us) (?:for me |for us |on |in |off |back |up )?(?:please|pls|asap|now|to|over)\b|\bplease (?:fix|sort|add|change|correct) (?:it|this|that)\b|,? (?:fix|sort) (?:it|this)\W*$/,
  /\b(?:need|want|require|requesting) (?:a|an|my|the|your) (?:\w+ )?(?:letter|invoice|receipt|certificate)\b.*,\s*\p{L}+\s\p{L}+\s*(?:,|$)/u,
  /\b(?:upgrade|downgrade) (?:my|our|me|us)\b(?!.*\b(?:can i|how)\b)/,
  /^(?!.*(?:\?|\b(?:how|where|when|what|who|which|why)\b)).*\b(?:order|ref|reference|booking|registration|ticket|invoice|id)[ :#]{0,2}(?:(?:no\.?|number|nr\.?) ?)?(?:[a-z]{1,6}-?(?=\d))?(?!20\d\d\b)\d{3,}[a-z\d-]*\b/,
  /\bi (?:want|need|would like|wish|have) to complain about (?:him|her|them|it|this|that|one|a|the|an|your)\b/,
  /^(?:(?:hi|hello|hey|so|and|also|ok)[\s,!.]*)*(?:please |pls )?(?:swap|switch|move|add|put|register|sign|book|reserve|change|update|cancel|delete|remove|upgrade|enroll?|correct|fix|mark|defer|extend|convert|exchange|assign|reschedule) (?:(?:up|down|on|out|off) )?(?:my|me|us|our|him|her|them|one|two|three|\d+|another|an extra|a second)\b(?!.*(?:\?|\b(?:how|where|when|what|who|which|why|can i|is it|possible|allowed|until|deadline|cost|fee)\b))/,
  /\b(?:lost|left|forgot|dropped|missing|stolen|stole)\b.*\b(?:do you have (?:it|them)|have you (?:got|found|seen)|did (?:anyone|someone|anybody|somebody|you) (?:find|hand|see|turn)|has (?:it been|anyone|someone|anybody|somebody)|(?:can|could) you (?:check|look|see|search))\b/,
  /\bbitte (?:\p{L}+ ){0,6}(?:schicken|senden|ändern|ausstellen|stornieren|buchen|eintragen|korrigieren)\b|\b(?:schicken|senden|ändern|stellen) sie (?:mir|uns|meine?n?)\b/u,
  /\b(?:merci de|veuillez|pouvez-vous|pourriez-vous) (?:me |m'|nous )?(?:envoyer|modifier|changer|inscrire|réserver|ajouter|corriger)\b/,
  /\b(?:por favor|pueden|podrían|puede)[, ]+(?:\p{L}+ ){0,2}(?:enví\p{L}*|cambi\p{L}*|inscrib\p{L}*|reserv\p{L}*|añad\p{L}*|corrij\p{L}*|mand\p{L}*)\b/u,
  /\b(?:por favor|podem|poderiam|pode)[, ]+(?:\p{L}+ ){0,2}(?:envi\p{L}*|mud\p{L}*|alter\p{L}*|inscrev\p{L}*|reserv\p{L}*|adicion\p{L}*|mand\p{L}*)\b/u,
];
