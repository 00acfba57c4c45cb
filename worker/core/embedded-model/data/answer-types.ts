/** What kind of thing a question asks for. The first pattern that matches a question decides; see `answerTypeOf`. */
export const answerTypes = [
  'contact',
  'address',
  'money',
  'age',
  'deadline',
  'time',
  'duration',
  'distance',
  'share',
  'count',
  'moment',
  'day',
  'date',
  'place',
  'person',
  'code',
  'procedure',
  'reason',
  'choice',
  'description',
  'yes_no',
] as const;
export type AnswerType = (typeof answerTypes)[number];

/** Over lower-case text in standard spelling. */
export const questionPatterns: [AnswerType, RegExp][] = [
  ['deadline', /\b(?:until|till|by|up to) (?:when|what (?:date|day|time))\b|\bdeadline\b/],
  [
    'contact',
    /\b(?:who|whom) (?:do|can|should|could|would|must|to|shall|may) ?(?:i|we|you)? ?(?:\w+ )?(?:contact|e-?mail|mail|write|call|ask|talk|speak|reach|tell|report|message|turn|get in touch|ping|notify|inform)|\b(?:who|whom) to (?:contact|e-?mail|ask|call|talk|write|tell)|\b(?:what|which) (?:is the )?(?:\w+ )?(?:e-?mail|phone|telephone)(?: address| number)?\b|\b(?:e-?mail address|contact (?:e-?mail|person|address|details|information)|phone number|contact for|hotline)\b|\bhow (?:do|can|could|to) (?:i|we)? ?(?:contact|reach|get (?:in touch|hold)|report)|\bwhere (?:do|can|should) (?:i|we) (?:report|complain|write|mail|email)|^e-?mail (?:for|of|to)\b|\b(?:which|what|whats|what's)(?: is)? (?:\w+ ){0,3}(?:number|nr|telephone|phone)\b.*\b(?:ring|call|dial|phone|ambulance|police|emergency)\b|\b(?:emergency|ambulance|police|taxi|cab) (?:phone )?(?:number|nr)\b|\b(?:an wen|wen (?:kann|muss|soll)|kontakt\p{L}*|à qui|qui contacter|a quién|con quién|a quem|com quem|contato|contacto)(?:$|[^\p{L}])/u,
  ],
  [
    'address',
    /\b(?:street |full |exact |postal |physical |mailing )?address\b(?! (?:of|for) the (?:server|stream))|\badresse\b|\bdirección\b|\bendereço\b|\bgps|\bzip ?code|\bpost ?code|\bpostcode/,
  ],
  [
    'code',
    /^(?:the )?code (?:for|of)\b|\b(?:name|password|login) (?:of|for) the (?:wifi|wi-fi|network|wlan)\b|\b(?:discount|promo|promotional|coupon|voucher|access|booking|group|wifi|wi-fi|hotel) ?(?:\w+ )?(?:code|password|passcode)\b|\bpassword\b|\bhashtag\b|\b(?:rabattcode|passwort|code promo|mot de passe|contraseña|senha|código)\b/,
  ],
  [
    'age',
    /\b(?:how old|what age|which age|from what age|minimum age|age limit|age restriction|at what age|over 18|over 21|under age|underage|how young)\b|\b(?:ab welchem alter|mindestalter|wie alt|quel âge|à partir de quel âge|qué edad|edad mínima|que idade|idade mínima)\b/,
  ],
  [
    'share',
    /\b(?:how much|what|which|how high)\b.*\b(?:tax|taxes|vat|tip|tips|tipping|percent|percentage|commission|surcharge|mark-?up)\b|\bhow much (?:\w+ )?discount\b|\bhow (?:big|high|large) is the (?:\w+ )?discount\b/,
  ],
  [
    'money',
    /\bhow (?:expensive|pricey|cheap)\b|\bhow much (?:deposit|down ?payment|prize money|rent|money|cash|toll|bail|postage)\b|^(?:(?:the|what|whats|what's|is|any|and) ){0,3}(?:\w+ )?(?:deposit|price|cost|fee|charge|surcharge|entry fee) (?:on|of|for|to)\b|\bhow many (?:pence|cents|euros?|dollars?|pounds?|bucks|quid|francs?|kronor|kroner)\b|\bhow much(?= *(?:$|\?|is|are|do|does|did|was|were|will|would|should|can|could|for|to|if|per|it|off|money|extra|more|the|a|an|i|you|we|they|must|in))(?! (?:do|does|did|can|should|will|is|are) (?:it|i|we) (?:weigh|rain|snow|climb|drink))|\b(?:what (?:is|are|does|do|would|will|'s) .*\b(?:cost|costs|price|prices|fee|fees|charge|rate|rates|pay|fare)\b)|\b(?:price|prices|cost|costs|fee|fees|charge|fare|pricing)\b(?!.*\b(?:when|who|until)\b)|\bwie ?viel kostet|\bwas kostet|\bkosten\b|\bpreis\b|\bcombien (?:coûte|ça|est|c'est)|\bprix\b|\btarif|\bcu[aá]nto (?:cuesta|vale|es|sale)|\bprecio|\bquanto (?:custa|é|fica)|\bpreço/,
  ],
  [
    'deadline',
    /^(?:the )?(?:final|last|latest|very last) (?:date|day|minute|moment|time)\b|\b(?:until when|by when|till when|deadline|due date|cut-?off|last (?:day|date|chance|moment|call)|latest|how late|closing date|expire|expires|too late|time limit)\b|\bwhen (?:do|does|is|are|will|did) .*\b(?:close|closes|closing|end|ends|due|expire|over|shut|finish|run out)\b|\bhow long (?:do|can|will) (?:i|we|the \w+) (?:have to|still|be able)|\b(?:bis wann|frist|anmeldeschluss|jusqu'à quand|date limite|hasta cuándo|hasta cuando|fecha límite|plazo|até quando|prazo)(?:$|[^\p{L}])/u,
  ],
  [
    'time',
    /\b(?:earliest|how early) (?:i|we|can|you)\b|\b(?:setup|set-?up|opening|closing|check-?in|registration|office|gate|box office|build-?up|tear-?down) hours\b|\b(?:winning|finishing|record|course record)(?: time)? (?:in|of|for)\b|\b(?:what|which|at what) time\b|\b(?:what|whats|what's|which)\b.*\b(?:times|hours)\b|\b(?:check-?out|check-?in|start|starting|opening|closing|arrival|finish|load-?in|departure|boarding|set-?up) times?\b|\bwhat hour|\bhow early\b|\bopening (?:hours|times?)\b|\bwhen (?:do|does|is|are|can|will) .*\b(?:open|opens|doors|start|starts|begin|begins|breakfast|lunch|dinner|registration|check-?in|setup|set up|load-?in)\b|\b(?:um wie ?viel uhr|wie spät|uhrzeit|à quelle heure|quelle heure|a qué hora|qué hora|a que horas|que horas|horário|horario)(?:$|[^\p{L}])/u,
  ],
  [
    'duration',
    /^(?:the )?(?:length|duration) of\b|\bhow fresh\b|\bhow old (?:may|can|must|should)\b.*\b(?:test|photo|passport)\b|\bhow (?:long|many (?:minutes|hours|days|weeks|months))\b|\bhow much (?:time|longer)\b|\bwie lange\b|\bcombien de temps|\bcu[aá]nto (?:tiempo|dura)|\bquanto tempo/,
  ],
  [
    'distance',
    /\bhow (?:far|close|near)\b|\bwalking distance\b|\bhow many (?:miles|km|kilomet\w+|blocks|stops)\b|\bwie weit\b|\bà quelle distance|\bqu[eé] tan lejos|\ba qu[eé] distancia|\bquão longe|\bqual a distância/,
  ],
  [
    'count',
    /\b(?:attendance|headcount|number of|pitch size|table size)\b|\bwhat sizes?\b|^(?:(?:the|whats|what's|what|is) ){0,3}(?:max|maximum|min|minimum)(?! age)\b|\bhow (?:many|big|large|tall|heavy|wide|high|often|fast|hot|cold|warm|strong|thick|small|old is)\b|\bwhat size|\bhow much\b|\bwie viele\b|\bwie (?:groß|hoch|oft|heiß|warm|kalt)|\bcombien (?:de|d')|\bcu[aá]nt[oa]s\b|\bquant[oa]s\b/,
  ],
  ['moment', /\bwhen\b|\b(?:wann|quand|cu[aá]ndo|quando)(?:$|[^\p{L}])/u],
  ['day', /\b(?:what|which|whats|what's)(?: \w+){0,3} (?:date|dates)\b|\bdates? of\b|^dates?\b/],
  [
    'date',
    /\b(?:what|which) (?:day|days|date|dates|week|month|year|weekend)\b|\bwhat (?:is|are) the dates?\b|\b(?:welche[nrsm]? (?:tag|tage|datum)|an welchem|quels? jours?|quelles? dates?|qu[eé] (?:d[ií]a|fecha)s?|que (?:dia|data)s?)(?:$|[^\p{L}])/u,
  ],
  [
    'place',
    /\bwheres?\b|^(?:the )?(?:nearest|closest) \w+|^somewhere\b|\b(?:what|which) (?:building|room|hall|floor|door|entrance|gate|place|venue|city|town|location|station|stop|street|hotel|airport|area|campus|lot|garage|country|level|side|exit|park|part of)\b|\b(?:metro|bus|tram|train|subway|tube|u-?bahn) (?:stop|station)\b|\b(?:wo|wohin|woher|welche[nrsm]? (?:halle|raum|saal|gebäude|eingang|bahnhof|haltestelle)|où|quelle? (?:salle|bâtiment|entrée|station)|d[oó]nde|en qu[eé] (?:sala|edificio|lugar)|onde|em que (?:sala|lugar))(?:$|[^\p{L}])/u,
  ],
  [
    'person',
    /\bwho(?:'s| is| are| was| were| will be| else)\b|\bwho (?:will )?(?:gives?|runs?|organi[sz]es?|speaks?|keynotes?|hosts?|leads?|teaches|teach|plays?|replaces?|won|wins?|performs?|moderates?|presents?|founded|chairs?|judges?|directs?|conducts?|opens?|headlines?|did|does|made|owns?|started|manages?)\b|\b(?:wer|wem|qui (?:est|sont|organise)|qui[eé]n(?:es)?|quem)(?:$|[^\p{L}])/u,
  ],
  ['reason', /\bwhy\b|\bhow come\b|\b(?:warum|wieso|weshalb|pourquoi|por qu[eé]|por que)(?:$|[^\p{L}])/u],
  [
    'procedure',
    /\bhow (?:do|does|can|could|should|would|to|will|is|are|did|am)\b|\bwhat (?:do|should|must) (?:i|we) (?:do|need to do|have to do)\b|\b(?:steps|instructions|way to)\b|\bhow\b|^(?:wie|comment|c[oó]mo|como)(?:$|[^\p{L}])/u,
  ],
  ['choice', /\b(?:what|which)\b|\b(?:welche[nrsm]?|was|quels?|quelles?|qu'est-ce|qu[eé]|cu[aá]l(?:es)?|qual|quais|o que)(?:$|[^\p{L}])/u],
];

/** A question that wants "yes" or "no" first. */
export const yesNoPattern =
  /^(?:(?:hi|hello|hey|so|and|also|but|ok|oh|um|please|thanks|sorry|just|quick question|hallo|bonjour|hola|olá)[\s,:!.-]*)*(?:is|are|am|was|were|do|does|did|can|could|may|might|will|would|should|shall|must|has|have|had|isn't|aren't|don't|doesn't|can't|won't|any|anything|anyone|possible|ok(?:ay)? (?:to|if)|allowed|kann|kannst|können|darf|dürfen|ist|sind|gibt|hat|haben|habt|muss|müssen|wird|werden|soll|est-ce|y a-t-il|peut-on|puis-je|peux-je|pouvez|avez|faut-il|dois-je|es|está|están|hay|puedo|puede|pueden|podemos|tengo|tienen|se puede|é|há|posso|pode|podem|podemos|tem|preciso|vai|terá)(?:$|[^\p{L}'])/u;

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro';
const weekdays =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|quinta|sexta';

/** Whether a text holds a thing of the kind asked for. */
export const evidence = {
  money:
    /[$€£¥₹₽]\s?\d|\d\s?[$€£¥₹₽]|\b(?:usd|eur|gbp|chf|cad|aud|sek|nok|dkk|czk|pln|jpy|inr|brl)\s?\d|\d[\d.,]*\s?(?:usd|eur|euros?|gbp|chf|cad|aud|sek|nok|dkk|czk|pln|jpy|inr|brl|dollars?|pounds?|francs?|kr|zł|cents?|bucks)\b|\b(?:free(?! (?:software|and open|\/|culture|as in))|for free|free of charge|no (?:extra |additional )?(?:charge|cost|fee)|at no|complimentary|gratis|kostenlos|kostenfrei|gratuit\w*|gratuito|grátis|included in|pay[- ]what|donation)\b/iu,
  time: /(?<![\d.:])(?:(?:[01]?\d|2[0-3]):[0-5]\d|(?:0?[89]|1\d|2[0-3])\.[0-5]0|\d{1,2}\.[0-5]\d(?=\s?(?:[ap]\.?m|uhr|h\b|o'clock|hrs))|(?:[01]?\d|2[0-3])h[0-5]\d)\b(?!\s?(?:minutes?|mins?|%|km|miles?|eur|usd))|\b(?:1[0-2]|0?[1-9])\s?(?:am|pm|a\.m|p\.m)\b|\b(?:noon|midday|midnight|o'clock|all (?:day|night)|24 hours|24\/7|uhr|\d{1,2}\s?h(?:\d\d)?)\b/i,
  date: new RegExp(
    `\\b\\d{1,2}(?:st|nd|rd|th|\\.)?\\s?(?:of\\s)?(?:${months})\\b|\\b(?:${months})\\.?\\s\\d{1,2}\\b|\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b|\\b(?:${weekdays})\\b|\\b(?:${months})\\s(?:of\\s)?(?:20\\d\\d)\\b|\\b(?:end|middle|beginning|start|early|late|mid)[ -](?:of\\s)?(?:${months})\\b|\\bin (?:${months})\\b|\\b(?:closed|ended|over|passed|now open|sold out|\\d+ (?:days|weeks|months|hours) (?:before|after|prior|in advance))\\b`,
    'iu',
  ),
  /** A day of the calendar, not only of the week. */
  calendarDay: new RegExp(
    `\\b\\d{1,2}(?:st|nd|rd|th|\\.)?\\s?(?:of\\s)?(?:${months})\\b|\\b(?:${months})\\.?\\s\\d{1,2}\\b|\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b|\\b(?:${months})\\s(?:20\\d\\d)\\b`,
    'iu',
  ),
  duration:
    /\b(?:\d+|one|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty|thirty|forty|sixty|half an?|an?)[- ]?(?:\+ ?)?(?:to \d+[- ])?(?:-|–)?\d*\s?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|seconds?|nights?|stunden?|minuten|tage?|wochen?|heures?|jours?|horas?|minutos?|d[ií]as?)\b|\b(?:all|whole|entire|full) (?:day|week|weekend)\b/i,
  distance:
    /\b(?:\d[\d.,]*|one|two|three|four|five|ten|few|several|short)[- ]?(?:-\d+)?\s?(?:min(?:ute)?s?|km|kilomet\w+|miles?|mi|met(?:er|re)s?|m|blocks?|feet|ft|yards?|stops?)\b|\b(?:next to|adjacent|across|walking distance|short walk|nearby|close to|steps from|within walking)\b/i,
  count:
    /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|several|unlimited|no limit|up to|maximum|at least)\b/i,
  age: /\b\d{1,2}\+?[- ]?(?:years?|yrs?|y\/o|jahre\w*|ans|años|anos)\b|\b(?:under|over|below|above|younger|older|ages?|aged|minimum age|at least)\s(?:than\s|of\s|the age of\s)?\d{1,2}\b|\b\d{1,2}\s?(?:\+|and (?:over|older|under|up)|or (?:over|older|under|younger))|\b(?:all ages|adults? only|minors?|children|kids)\b/i,
  place:
    /\b(?:room|hall|floor|building|street|st\.|avenue|ave|road|rd|boulevard|blvd|plaza|square|centre|center|hotel|station|stop|campus|park|garage|lobby|foyer|entrance|gate|level|booth|desk|table|tent|stage|theat(?:er|re)|auditorium|library|university|house|caf[eé]|bar|pub|restaurant|church|museum|airport|line|platform|city|next to|across|opposite|located|website|online|discord|zoom|slack|matrix|youtube|page|straße|platz|halle|raum|saal|bahnhof|rue|salle|gare|calle|sala|estación|rua|estação)\b|\b(?:[Aa]t|[Ii]n|[Oo]n|[Ff]rom|[Nn]ear) (?:the )?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|English|German|French|Spanish|Portuguese)|I\b)\p{Lu}/u,
  address:
    /\b\d{1,5}[a-z]?,?\s(?:[NSEW]{1,2}\.?\s)?(?:\p{Lu}[\p{L}.'-]*\s){1,4}(?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|dr|lane|ln|way|plaza|square|place|pl|court|highway|hwy|parkway|terrace|row|quay|Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Plaza|Square|Place|Pl|Court|Highway|Hwy|Parkway|Terrace|Row|Quay)\b|\b\p{Lu}[\p{L}.'-]*(?:straße|strasse|str\.|gasse|platz|weg|allee|laan|straat|gade|vej|gatan|plein)\s\d{1,4}|\b(?:[Rr]ue|[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]alle|[Aa]venida|[Rr]ua|[Pp]raça|[Cc]arrer|[Uu]lica|[Uu]l\.)\s\p{Lu}[\p{L}' .-]+|\b\d{5}(?:-\d{4})?\s\p{Lu}|\b\p{Lu}{2}\s\d{5}\b|\b\p{Lu}{1,2}\d{1,2}\p{Lu}?\s\d\p{Lu}{2}\b|(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\b)\b\p{Lu}\p{L}+\s\d{1,4},\s/u,
  contact:
    /[\w.+-]+(?:@|\s?\[at\]\s?|\s\(at\)\s)[\w-]+\.[\w.]+|\+\d[\d\s().-]{6,}|\(\d{3}\)\s?\d{3}|\b\d{3}-\d{3,4}-\d{4}\b|https?:\/\/|\]\(|\b(?:contact (?:form|us)|talk to|reach out|get in touch|e-?mail us|call \w+ at|dial \d{3,}|\d{9,}|info(?:rmation)? desk|help ?desk|organi[sz]ers?|volunteers?|staff)\b/i,
  person: /\b\p{Lu}[\p{Ll}\p{L}'’-]+(?:\s(?:de|van|von|der|da|di|la|el|al|bin|[A-Z]\.))*\s\p{Lu}[\p{Ll}'’-]+/u,
  share:
    /\d\s?%|\bper ?cent\b|\b(?:half|tax[- ]free|no (?:\w+ )?tax|not (?:expected|customary|required|necessary|add))\b|[$€£¥₹]\s?\d|\d\s?(?:[€£$]|euros?|dollars?|pounds?)/i,
  code: /\b(?:[Cc]odes?|CODE|[Cc]oupon|[Vv]oucher|[Pp]ass(?:word|wort|code)|[Hh]ashtag|[Cc]ódigo|[Ss]enha|[Cc]ontraseña|[Mm]ot de passe)\b.{0,60}?(?:["'“*`:]\s*[\w-]{3,}|\b[A-Z0-9][A-Z0-9-]{3,}\b|#\w{3,})|\b[A-Z0-9-]{4,}\b.{0,30}\b[Cc]ode\b|#[A-Za-z]\w{2,}|\b[Pp]ass(?:word|code) (?:is|are|will be) (?:printed|written|shown|displayed|posted)\b/,
  pending:
    /\b(?:tbc|tba|tbd|to be (?:announced|confirmed|determined|decided|released|published|communicated|advised|shared)|yet to be (?:announced|confirmed|determined|decided|released|published)|not yet (?:been )?(?:announced|confirmed|available|determined|decided|published|known|final\w*|open|released|set|fixed)|will be (?:announced|published|shared|posted|released|available|communicated|confirmed|provided|updated|added|sent)(?: (?:here|soon|shortly|later|closer|in due|as soon|on this|at a later|nearer|to|via|in|on|when|once|by))?|(?:coming|available|announced|published|details|more|updates?|information) soon|stay tuned|check back|watch this space|folgt in kürze|wird noch bekannt|à venir|por confirmar|próximamente|em breve)\b/i,
  permission:
    /\b(?:may|can|cannot|can't|must|mustn't|should|allowed|not allowed|permitted|prohibited|forbidden|welcome|required|optional|need(?:ed)?|encouraged|possible|not possible|unable|available|not available|refuse|free to|have to|don't|do not|does not|doesn't|will not|won't|no longer|only|yes|no|not|are|is|will)\b/i,
  negation:
    /\b(?:no|not|never|none|neither|nor|cannot|can't|won't|don't|doesn't|isn't|aren't|without|unfortunately|unable|prohibited|forbidden|nicht|kein\w*|pas|jamais|aucun\w*|ningun\w*|nunca|não|nenhum\w*)\b/i,
  reason:
    /\b(?:because|since|due to|in order to|so that|to (?:help|ensure|make|keep|protect|allow|prevent|avoid)|as we|reason|therefore|weil|damit|parce que|afin|porque|para que|pois)\b/i,
} as const satisfies Record<string, RegExp>;
