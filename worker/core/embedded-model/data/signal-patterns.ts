/**
 * What makes a message more than a question. Written to be precise rather than complete: an ordinary question about the
 * subject ("is there a first aid room?", "what is the code of conduct?") must not match. Applied to lower-case
 * text in standard spelling.
 */
const me =
  '(?:me|us|my (?:friend|kid|child|daughter|son|wife|husband|partner|girlfriend|boyfriend|colleague|mother|father|sister|brother))';
const harm = '(?:harass|stalk|threaten|grop|assault|attack|abus|bully|intimidat|molest|rap|follow|touch|grab|hit|punch|drug|spik)';

export const safetyPatterns: RegExp[] = [
  new RegExp(
    `\\b(?:someone|somebody|he|she|they|people|a (?:man|guy|woman|person|speaker|staff member|volunteer|attendee|group)|another attendee|one of (?:the|your) \\w+|\\w+ (?:is|was|are|were|has been|have been|keeps?|kept)) ?(?:is|was|are|were|has been|have been|keeps?|kept|just)? ?(?:on )?${harm}\\w* ${me}\\b`,
  ),
  /\b(?:i|we)(?:'m| am|'re| are| was| were|'ve been| have been| got| just got| feel| felt| get) (?:being |getting |so |really |very |sexually |physically |verbally |constantly )*(?:harassed|stalked|threatened|groped|assaulted|attacked|abused|bullied|intimidated|followed|molested|raped|unsafe|in danger|drugged|spiked|scared for)/,
  /\b(?:i|we) (?:don't|do not|didn't) feel safe\b/,
  /\bfeel(?:ing)? (?:very |really |so )?unsafe\b/,
  /\b(?:i|we)(?:'d| would)? (?:like|want|need|have|wish) to report (?:a |an |some |the |this )?(?:\w+ ){0,3}(?:harassment|assault|incident|abuse|violation|threat|attack|behaviou?r|person|man|guy|someone|stalking)/,
  /\b(?:smell|smells|smelling|see|seeing|there is|there's) (?:of |like |a lot of |some |thick |heavy )*(?:smoke|gas leak|burning|fire in|a fire\b|flames)/,
  /\bsmell(?:s|ing)? (?:of |like )?gas\b/,
  /\b(?:is on fire|caught fire|building is burning|there's an explosion|explosion)\b/,
  /\b(?:collapsed|unconscious|passed out|not breathing|can't breathe|cannot breathe|bleeding|having a (?:heart attack|seizure|stroke|panic attack|fit)|heart attack|overdosed?|choking|anaphyla\w+)\b(?!.*\b(?:training|workshop|course|talk)\b)/,
  /\b(?:someone|somebody|he|she|they|people|(?:my|a|an|another) \w+) (?:is|are|was|were|has been|have been|got|just got) (?:badly |seriously )?(?:hurt|injured)\b|\b(?:badly|seriously) (?:hurt|injured)\b/,
  /\b(?:medical emergency|need (?:an ambulance|a doctor|a medic|first aid|medical (?:help|attention))|call (?:an ambulance|911|112|999|the police)|emergency right now|this is an emergency)\b/,
  /\b(?:has|have|with|carrying|pulled|waving) (?:a |an )?(?:gun|knife|weapon|bomb|machete)\b(?!.*\?)/,
  /\b(?:bomb threat|active shooter|there is a bomb|i (?:saw|see|found) a (?:bomb|gun|weapon))\b/,
  /\b(?:kill (?:myself|himself|herself|themselves|me|him|her|you)|suicid(?:e|al)|end my life|hurt myself|self[- ]harm)\b/,
  /\b(?:having|had|has) an? (?:severe |bad |serious )?allergic reaction\b/,
  /\b(?:lost|can't find|cannot find|missing) (?:my|our|a) (?:child|kid|son|daughter|toddler|little (?:boy|girl)|\d+[- ]year[- ]old)\b|\bmy (?:child|kid|son|daughter|toddler) (?:is|has gone|went) missing\b/,
  /\b(?:ich|wir) (?:werde|wurde|werden|wurden|fühle mich|fühlen uns) (?:\w+ ){0,3}(?:belästigt|bedroht|verfolgt|angegriffen|gestalkt|unsicher|geschlagen)/,
  /\b(?:jemand|er|sie|ein mann) (?:belästigt|bedroht|verfolgt|schlägt|begrapscht) (?:mich|uns)\b|\bes (?:brennt|riecht nach (?:rauch|gas))|\b(?:bewusstlos|zusammengebrochen|notarzt|krankenwagen rufen|medizinischer notfall|umbringen)\b/,
  /\b(?:on me|quelqu'un me|il me|elle me) (?:harcèle|menace|suit|agresse|touche)|\bje me sens en danger\b|\bje suis (?:harcelée?|menacée?|agressée?)|\bça sent (?:la fumée|le gaz|le brûlé)|\b(?:inconsciente?|ne respire (?:plus|pas)|appelez (?:une ambulance|les secours)|urgence médicale|me tuer)\b/,
  /\b(?:me están?|alguien me|un hombre me|me) (?:acos|amenaz|sigui|persig|agred|toc)(?:a|an|ando|iendo|en|aron|ó)\b|\bme siento insegur[ao]\b|\bhuele a (?:humo|gas|quemado)|\b(?:inconsciente|no respira|llam(?:a|en) (?:a )?una ambulancia|emergencia médica|suicid\w+)\b/,
  /\b(?:estão me|está me|alguém (?:está )?me|um homem (?:está )?me) ?(?:assedi|ameaç|segui|agredi|toc)\w*\b|\bfui (?:assediad|ameaçad|agredid)[ao]\b|\bme sinto insegur[ao]\b|\bcheiro de (?:fumaça|gás|queimado)|\b(?:desmaiou|inconsciente|não respira|cham(?:a|em) uma ambulância|emergência médica)\b/,
];

export const securityPatterns: RegExp[] = [
  /\b(?:account|e-?mail|password|profile|login|website|site|system|ticket) (?:has been |have been |was |were |is |got |been )+(?:hacked|compromised|breached|hijacked|stolen|leaked|taken over)\b/,
  /\b(?:my|our|customer|attendee|attendees'|personal|user) (?:\w+ )?(?:data|details|information|card|passport|password|tickets?|laptop|phone|bag|wallet|badge|backpack|bike) (?:has been |have been |had been |was |were |is |are |got |just got |been )+(?:leaked|stolen|exposed|breached|hacked|published|misused|taken)\b/,
  /\b(?:data (?:leak|breach)|security (?:breach|hole|vulnerability|flaw|incident))\b(?!.*\b(?:talk|session|track|workshop|keynote)\b)/,
  /\b(?:someone|somebody|a stranger|they) (?:else )?(?:has |have )?(?:stole|stolen|hacked|broke into|got into|logged in(?:to)?|is using|used|took over|accessed|impersonat\w+) (?:to |as |into )?(?:my|our|me|us)\b/,
  /\b(?:i|we) (?:was|were|got|have been|'ve been|think i was|think i got|may have been) (?:scammed|phished|hacked|robbed|defrauded|mugged)\b/,
  /\b(?:phishing|scam|fraudulent|fake|suspicious) (?:e-?mails?|messages?|calls?|links?|sites?|websites?|invoices?|texts?|account)\b/,
  /\b(?:found|discovered|report|spotted) (?:a |an |the |some )?(?:security |serious |critical )*(?:vulnerability|vulnerabilities|exploit|xss|sql injection|data exposure)\b/,
  /\b(?:i|we) can see (?:other (?:people|attendees?|customers?|users?)'?s?|someone else's|somebody else's) (?:\w+ )?(?:data|tickets?|orders?|details|names?|e-?mails?|address(?:es)?|information)\b/,
  /\b(?:unauthori[sz]ed (?:charge|payment|transaction|access|login)s?|identity theft)\b/,
  /\b(?:konto|account|daten|passwort|karte|ticket)\w* (?:wurden?|ist|sind) (?:\w+ )?(?:gehackt|gestohlen|geleakt|geklaut|missbraucht)\b|\b(?:datenleck|datenpanne)\b/,
  /\b(?:compte|données|mot de passe|carte|billet)\w* (?:a été|ont été|est|sont) (?:piratée?s?|volée?s?|divulguée?s?)|\bfuite de données\b|\b(?:mail|message|lien) frauduleux\b/,
  /\b(?:cuenta|datos|contraseña|tarjeta|entrada)s? (?:ha sido|han sido|fue|fueron|está) (?:hackead|robad|filtrad)[ao]s?|\b(?:me (?:hackearon|robaron|estafaron)|filtración de datos|correo (?:falso|fraudulento))\b/,
  /\b(?:conta|dados|senha|cartão|ingresso)s? (?:foi|foram|está) (?:hackead|roubad|vazad|invadid)[ao]s?|\b(?:fui (?:hackeado|roubad[ao]|enganad[ao])|vazamento de dados|e-?mail falso)\b/,
];

export const legalPatterns: RegExp[] = [
  /\b(?:i'?ll|i will|we'?ll|we will|going to|i'm gonna|gonna|could|might|can|may|about to|ready to|have to|want to|plan to) (?:sue|take (?:you|this|them|him|her) to court|press charges|file (?:a )?(?:lawsuit|suit|complaint with)|go to (?:the )?(?:police|court|ombudsman|small claims))\b/,
  /\b(?:sue you|suing (?:you|the)|lawsuit|legal (?:action|proceedings|steps|consequences|claim|threat)|small claims|class action|cease and desist|subpoena|court order|trading standards|consumer (?:protection|rights) (?:agency|office|authority|lawyer))\b/,
  /\b(?:my|our|a|contact(?:ed|ing)? (?:my|a|our)) (?:lawyer|attorney|solicitor|legal team)s? (?:will|is|are|has|have|says?|said|about|wants?|to)\b/,
  /\b(?:hear|hearing) from (?:my|our) (?:lawyer|attorney|solicitor)s?\b/,
  /\b(?:contact|contacting|call|calling|get|talk to|speak to) (?:my|our) (?:lawyer|attorney|solicitor)s?\b/,
  /\b(?:charge ?back|dispute (?:the|this) (?:charge|payment|transaction))\b/,
  /\b(?:report|complain (?:about )?) ?(?:you|this|it)? to (?:the )?(?:authorities|regulator|police|ftc|ico|dpa|data protection authority|attorney general|better business bureau|bbb)\b/,
  /\b(?:this|that) is (?:illegal|against the law|discrimination|fraud|false advertising|breach of contract)\b|\bbreach of contract\b|\bdiscriminat(?:ed|ing) against (?:me|us)\b/,
  /\b(?:anwalt|rechtsanwalt|anwältin) (?:einschalten|nehmen|kontaktieren|wird|hat)|\b(?:verklagen|klage einreichen|rechtliche schritte|anzeige erstatten|verbraucherzentrale)\b|\bmein(?:em|en)? (?:rechts)?anwalt\b/,
  /\b(?:mon avocate?|porter plainte|poursuivre en justice|action en justice|poursuites judiciaires|tribunal)\b/,
  /\b(?:mi abogad[ao]|demandar(?:los|é|emos)?|acciones legales|denunciar(?:los|é)|(?:ir|llevar\w*) a (?:juicio|los tribunales))\b/,
  /\b(?:meu advogad[ao]|minha advogada|process(?:ar|arei) (?:vocês|voces)|ação judicial|medidas legais|procon)\b/,
];

export const privacyPatterns: RegExp[] = [
  /\b(?:delete|erase|remove|wipe|purge|forget|destroy) (?:all |any |every )?(?:of )?(?:my|our|the|me|about me)?\s?(?:\w+ ){0,2}(?:data|information|details|account|records?|profile|history|photos? of me|pictures? of me)\b(?=.*\b(?:me|my|i|our|us)\b)/,
  /\b(?:right to (?:be forgotten|erasure)|subject access request|\bdsar\b|\bsar request|gdpr (?:request|deletion|erasure|export)|ccpa request|under (?:the )?gdpr i)\b/,
  /\b(?:what|which) (?:personal )?(?:data|information) (?:do |does |have )(?:you|they|the organi[sz]ers?) (?:hold|have|store|keep|got|stored|kept|collected) (?:on|about|of) (?:me|us)\b/,
  /\b(?:export|send me|copy of|download|give me|access to|a copy of) (?:a copy of )?(?:all )?(?:of )?(?:my|the) (?:personal )?(?:data|information) (?:you|that)?/,
  /\b(?:remove|take) (?:me|my (?:name|e-?mail|address|number)) (?:from|off) (?:your|the|this|all) (?:\w+ ){0,2}(?:lists?|database|newsletter|mailing|site|website|records|attendee list)\b/,
  /\bunsubscribe me\b|\bstop (?:e-?mailing|mailing|contacting|spamming|texting) me\b/,
  /\b(?:you|they) (?:published|posted|shared|sold|gave away) my (?:\w+ )?(?:data|photo|picture|name|e-?mail|address|details|information)\b/,
  /\b(?:lösch(?:en|t|e)|entfern(?:en|t|e)) (?:sie |bitte )*(?:alle |sämtliche )?(?:meine|die) (?:\w+ )?(?:daten|konto|account|informationen)|\bmeine (?:\w+ )?daten (?:\w+ )?(?:löschen|entfernen)|\b(?:auskunft nach art|datenauskunft|dsgvo[- ]anfrage|recht auf vergessen)/,
  /\b(?:supprim|effac)(?:er|ez|e) (?:toutes )?(?:mes|mon) (?:données|compte|informations)|\bdroit à l'oubli\b|\bdemande rgpd\b/,
  /\b(?:borr|elimin|suprim)(?:ar|en|a|e) (?:todos )?(?:mis|mi) (?:datos|cuenta|información)|\bderecho al olvido\b/,
  /\b(?:apag|exclu|delet|remov)(?:ar|ir|em|am|a|e) (?:todos )?(?:os )?(?:meus|minha) (?:dados|conta|informações)|\bdireito ao esquecimento\b|\bpedido lgpd\b/,
];

export const personPatterns: RegExp[] = [
  /\b(?:talk|speak|chat|connect|write|transfer|pass|put|get|switch|escalate|hand)(?:ing)? ?(?:me |this |it )?(?:over )?(?:to|with|through to|on to|onto)? ?(?:a |an |the |some |your |another )?(?:real |actual |live |living |proper )*(?:human|person|people|human being|representative|rep|operator|manager|supervisor|someone real|staff member|member of staff|support agent|live agent|agent|team member|customer service|customer support)\b(?! (?:about|who|to interview))/,
  /\b(?:talk|speak|chat) (?:to|with) (?:someone|somebody|anyone|anybody)(?: (?:real|human|else|please|now|from (?:the|your) (?:team|staff|support))|\s*[?.!]?$)/,
  /\b(?:can|could|may|would) (?:someone|somebody|anyone|a person|a human|you) (?:please )?(?:call|phone|ring|call me|ring me) (?:me|us|back)\b/,
  /\b(?:i )?(?:want|need|would like|'d like|prefer|give me|get me) (?:a |an |to (?:have|see) a )?(?:real |actual |live )*(?:human|real person|actual person|human being|live agent|human agent|operator)\b/,
  /^(?:a )?(?:real |live )?(?:human|agent|representative|operator|real person)(?: please| now)?\W*$/,
  /\b(?:are you|is this) (?:a )?(?:bot|robot|human|real person).*(?:human|person|someone real)\b/,
  /\b(?:not|stop|no|don't want (?:a|to talk to a)) (?:this )?(?:stupid )?(?:bot|robot|chatbot|machine|ai)\b.*\b(?:human|person|someone|people)\b/,
  /\bis there (?:a|any) (?:human|real person|person) (?:there|here|i can (?:talk|speak) (?:to|with))\b/,
  /\b(?:mit (?:einem |einer |jemandem? |nem )?(?:echten |richtigen )?(?:menschen|person|mitarbeiter\w*|jemand\w*|kundendienst|support) (?:sprechen|reden|chatten|schreiben)|echte[nr]? (?:mensch\w*|person)|mensch bitte)\b/,
  /\b(?:parler|discuter|échanger) (?:à|avec) (?:une? )?(?:vraie? )?(?:personne|humain|quelqu'un|conseill\w+|être humain|agent)\b|\bun humain\b/,
  /\bhablar con (?:una? )?(?:persona|humano|alguien|agente|operador\w*|representante)\b|\bpersona real\b|\bun humano\b/,
  /\bfalar com (?:uma? )?(?:pessoa|humano|algu[eé]m|atendente|agente|representante)\b|\bpessoa (?:real|de verdade)\b|\bum humano\b/,
];

export const injectionPatterns: RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass) (?:all |any |the |your |my )*(?:previous|prior|above|earlier|preceding|other|existing)? ?(?:instructions?|prompts?|rules|guidelines|directions|policies|restrictions)\b/,
  /\b(?:you are now|from now on,? you(?:'re| are| will)?|act as|pretend (?:to be|you are|that you)|roleplay as|simulate being) (?:a |an |the |in )?(?:\w+ )?(?:admin\w*|developer|dan|root|unrestricted|jailbroken|system|organi[sz]er|staff|different|assistant|model|ai|manager|refund)/,
  /\b(?:system prompt|developer mode|jailbreak|debug mode|admin mode|sudo|god mode)\b/,
  /(?:<\/?(?:system|assistant|user|tool|tool_result|instructions?)>|\[\/?(?:system|inst|assistant|tool_result|admin)\]|<\|[a-z_]+\|>|^#+ ?(?:system|instruction)|\brole"?\s*:\s*"?(?:system|assistant))/m,
  /\b(?:tool(?:_| )(?:result|call|output|response)|function(?:_| )call)s?\s*[:={[]/,
  /"?(?:status|verified|approved|refund_approved|is_admin)"?\s*[:=]\s*"?(?:found|true|verified|approved|yes)/,
  /\b(?:call|invoke|execute|run|use|trigger) (?:the )?(?:tool |function )?(?:process_refund|transfer_ticket|resend_ticket|lookup_ticket|escalate_to_human|search_knowledge_base)\b/,
  /\b(?:reveal|print|show|repeat|output|tell me) (?:me )?(?:your|the) (?:system |initial |hidden |secret )*(?:prompt|instructions|rules)\b/,
  /\b(?:i am|i'm|this is) (?:the |an |your )?(?:admin(?:istrator)?|developer|organi[sz]er|owner|ceo|root)\b.*\b(?:approve|refund|authori[sz]e|override|skip|transfer|verify)/,
];

/** Each hit counts once; two make a message upset, or one of the strong ones. */
export const strongAngerPatterns: RegExp[] = [
  /\b(?:fuck(?:ing|ed)? (?:you|joke|useless|ridiculous|terrible|awful|idiots?|scam|bullshit)|fuck you|f\*+k (?:you|this)|fuck this|bullshit|pile of shit|piece of shit|this is shit|screw you|idiots?|morons?|incompetent|you people (?:are|suck))\b/,
  /\b(?:i'm|i am|we're|we are|really|so|absolutely|extremely|very|beyond|pretty|getting|fucking) (?:\w+ )?(?:furious|angry|livid|outraged|fed up|disgusted|pissed(?: off)?|appalled|sick of (?:this|you|waiting))\b/,
  /\b(?:totally|absolutely|completely|simply|utterly|just|is|are|this is) (?:unacceptable|outrageous|disgraceful|disgusting|appalling|shameful|pathetic)\b/,
  /\b(?:worst (?:event|conference|festival|service|support|organi[sz]ation|customer service|experience)|what a (?:joke|scam|rip-?off|disgrace|shambles)|you (?:are|guys are) (?:a )?(?:scam(?:mers)?|thieves|crooks|useless|liars)|rip-?off|never (?:again|coming back|attending))\b/,
  /\b(?:das ist (?:eine frechheit|unverschämt|inakzeptabel|lächerlich)|frechheit|unverschämtheit|ich bin (?:stink)?sauer|wütend|schei(?:ß|ss)e?|saftladen|abzocke)\b/,
  /\b(?:c'est (?:inadmissible|inacceptable|scandaleux|honteux|n'importe quoi)|je suis furieu(?:x|se)|en colère|arnaque|merde|putain)\b/,
  /\b(?:(?:es )?(?:inaceptable|indignante|una vergüenza|una estafa)|estoy (?:furios[ao]|hart[ao]|enfadad[ao])|mierda|ladrones)\b/,
  /\b(?:(?:é )?(?:inaceitável|um absurdo|uma vergonha|um golpe)|estou (?:furios[ao]|indignad[ao]|com raiva)|merda|palhaçada)\b/,
];
export const mildAngerPatterns: RegExp[] = [
  /\b(?:ridiculous|frustrat(?:ed|ing)|annoy(?:ed|ing)|disappoint(?:ed|ing)|terrible|awful|horrible|useless|nonsense|waste of (?:time|money)|joke|hopeless)\b/,
  /\b(?:third|3rd|fourth|4th|fifth|5th|tenth|hundredth|second|2nd|\d+(?:th)?) time (?:i|we|i'm|i've|now|asking|writing)\b/,
  /\b(?:still (?:no|waiting|nothing|haven't|not)|no ?one (?:answers|replies|responds|has replied|helps|cares)|nobody (?:answers|replies|responds|cares|helps)|been waiting|for (?:days|weeks|hours) (?:now|and)|how (?:hard|difficult) (?:is|can) (?:it|this))\b/,
  /\b(?:wtf|ffs|damn|dammit|hell|crap|shit|fucking|fuck|goddamn|bloody)\b/,
  /!{2,}|\?!|!\?/,
];
