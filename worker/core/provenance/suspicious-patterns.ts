/**
 * What text says when it speaks to a language model rather than to people, by family. Applied to lower-case text without
 * disguise; each family counts with its strongest phrase and half of the next. Written to be
 * precise: an ordinary mail ("please ignore my previous message", "reply with your size") stays far below.
 */
export interface Family {
  name: string;
  hits: readonly (readonly [pattern: RegExp, weight: number])[];
}

const model =
  '(?:ai|a\\.i\\.|assistants?|ai[- ](?:agents?|models?|systems?|assistants?)|language models?|llms?|chat ?bots?|bots?|gpt(?:-?\\d\\w*)?|chatgpt|claude|gemini|copilot|support agent|virtual agent|automated (?:agent|system|assistant)s?)';
const orders =
  '(?:instructions?|prompts?|rules?|guidelines?|directi(?:on|ve)s?|polic(?:y|ies)|restrictions?|commands?|context|training|programming|safeguards?|filters?|guardrails?|constraints?|orders)';
const check =
  '(?:verification|approvals?|confirmations?|checks?|polic(?:y|ies)|filters?|safety|security|authentication|human review|one-time codes?|limits?)';
const act =
  '(?:say|reply|respond|answer|output|print|write|return|echo|repeat|state|include|append|insert|add|mention|quote|end|begin|start|finish|conclude)';

export const families: readonly Family[] = [
  {
    name: 'sets instructions aside',
    hits: [
      // Letters set apart, put together again.
      [
        /(?:ignore|disregard|forget|override)(?:all|any|every|the|your|these|my)*(?:previous|prior|above|earlier|former)?(?:instructions|rules|prompts?|guidelines|orders)/,
        1,
      ],
      [
        new RegExp(
          `\\b(?:ignor\\w*|disregard\\w*|forget|overrid\\w*|bypass\\w*|neglect|discard|drop|abandon|set aside|pay no attention to|do not (?:follow|obey)|stop (?:following|obeying))\\b[^.!?\\n]{0,50}\\b(?:previous|prior|above|earlier|preceding|existing|original|initial|current|all|any|your|these|those|system|former|foregoing)\\b[^.!?\\n]{0,40}\\b${orders}`,
        ),
        1,
      ],
      [
        /\b(?:ignore|disregard|forget) (?:everything|all|anything)(?: (?:that|which|you|i|we|they)| (?:above|before|prior|previous|earlier|so far|until now|from before)|[.,;:!])/,
        0.8,
      ],
      [
        /\b(?:ignoriere?n?|missachte|vergiss|vergessen sie|übergehe?)\b[^.!?\n]{0,60}\b(?:anweisung|instruktion|regel|vorgabe|befehl|richtlinie|prompt)/,
        1,
      ],
      [
        /\b(?:ignore[zr]?|oublie[zr]?|néglige[zr]?|ne tiens? pas compte)\b[^.!?\n]{0,60}\b(?:instructions?|consignes?|règles?|directives?|ordres?)\b/,
        1,
      ],
      [
        /\b(?:ignor[ae]n?|olvid[ae]n?|descart[ae]|haz caso omiso)\b[^.!?\n]{0,60}\b(?:instrucciones|reglas|indicaciones|órdenes|ordenes|directrices|políticas)\b/,
        1,
      ],
      [
        /\b(?:ignor[ae]m?|esque[çc]a|desconsidere|descarte)\b[^.!?\n]{0,60}\b(?:instruç(?:ões|ão)|instrucoes|regras|ordens|diretrizes|comandos)\b/,
        1,
      ],
      [/\b(?:ignora|dimentica|trascura)\b[^.!?\n]{0,60}\b(?:istruzioni|regole|direttive|indicazioni)\b/, 1],
      [/\b(?:negeer|vergeet)\b[^.!?\n]{0,60}\b(?:instructies|regels|opdrachten|richtlijnen)\b/, 1],
      [/\b(?:zignoruj|ignoruj|zapomnij)\b[^.!?\n]{0,60}(?:instrukcj|polece|zasad|regu)/, 1],
      [/\b(?:ignorera|glöm|bortse från)\b[^.!?\n]{0,60}(?:instruktion|regler|anvisning)/, 1],
      [/(?:önceki|yukarıdaki|tüm)[^.!?\n]{0,40}(?:talimat|kural|komut)[^.!?\n]{0,30}(?:yok say|unut|görmezden gel|dikkate alma)/, 1],
      [/(?:игнорируй|проигнорируй|забудь|не обращай внимания)[^.!?\n]{0,60}(?:инструкци|указани|правил|команд)/, 1],
      [/(?:ігноруй|забудь)[^.!?\n]{0,60}(?:інструкці|вказівк|правил)/, 1],
      [/(?:忽略|无视|無視|忘记|忘記|不要理会)[^。！？\n]{0,30}(?:指令|指示|说明|說明|规则|規則|提示|命令|内容)/, 1],
      [/(?:以前|前|上記|これまで|全て|すべて)[^。！？\n]{0,20}(?:指示|命令|ルール|規則|プロンプト)[^。！？\n]{0,12}(?:無視|忘れ)/, 1],
      [/(?:이전|위의?|모든)[^.!?\n]{0,20}(?:지시|명령|규칙|지침)[^.!?\n]{0,16}(?:무시|잊)/, 1],
      [/(?:تجاهل|انس)[^.!؟\n]{0,40}(?:التعليمات|الأوامر|القواعد|السابقة)/, 1],
      [/(?:पिछले|सभी|पूर्व)[^।!?\n]{0,40}(?:निर्देश|आदेश|नियम)[^।!?\n]{0,30}(?:अनदेखा|भूल|नज़रअंदाज़)/, 1],
    ],
  },
  {
    name: 'gives a model a new task or role',
    hits: [
      [
        /\b(?:your|the) (?:new|real|actual|true|only|updated|revised|next|primary|hidden|secret) (?:task|instructions?|objective|goal|role|purpose|job|mission|orders?|directive|system prompt|identity)\b(?: (?:is|are|will be)\b|\s*[:=-])/,
        1,
      ],
      [
        /(?:^|\n|[.!?:]\s)\W{0,4}(?:new|updated|additional|special|revised|hidden|secret|important) (?:system )?(?:instructions?|directives?|prompt|orders)\b(?: for\b|\s*[:=-])/,
        1,
      ],
      [
        /\b(?:you are|you're|you will be) (?:now|no longer|actually|hereby)\b[^.!?\n]{0,40}\b(?:bound|restricted|limited|\w+bot|dan|free of|unrestricted|assistant|ai|model|mode|admin\w*|root|developer|pirate|evil|character)\b/,
        0.8,
      ],
      [/\bfrom now on,? (?:you|your|always|only|every|all|the (?:ai|assistant|agent|bot))\b/, 0.8],
      [
        new RegExp(
          `\\b(?:act|behave|respond|answer|operate|function) as (?:if you (?:were|are|have)|though you|an? (?:unrestricted|uncensored|different|evil|admin\\w*|developer|root|system)|(?:the )?(?:admin\\w*|developer|root|dan|system|organi[sz]er))\\b|\\bpretend (?:to be|you are|you're|that you)\\b|\\brole-?play as\\b|\\bsimulate (?:being|an?) (?:\\w+ )?(?:${model}|terminal|shell|admin)`,
        ),
        0.9,
      ],
      [
        /\b(?:do anything now|dan mode|jailbr[eo]a?k(?:ed|ing)?|god ?mode|developer mode|dev mode|debug(?:ging)? mode|admin(?:istrator)? mode|maintenance mode|unrestricted mode|sudo mode|test mode|diagnostic mode|training mode|root access|super ?user)\b/,
        0.8,
      ],
      [/\b(?:enable|activate|enter|switch (?:in)?to|turn on|initiate|you are in|you're in|engage)\b[^.!?\n]{0,24}\bmode\b/, 0.5],
      [
        /\bwithout (?:any )?(?:restrictions?|limitations?|filters?|censorship|guardrails|ethical|moral)\b|\b(?:have|has) no (?:restrictions|rules|limits|limitations|filters|guidelines)\b|\bno (?:longer )?bound by\b/,
        0.8,
      ],
      [
        /\b(?:du bist (?:jetzt|nun|ab sofort)|ab (?:jetzt|sofort) (?:bist|wirst|musst|antwortest) du|deine neue (?:aufgabe|rolle)|tu es maintenant|partir de maintenant,? (?:tu|vous|réponds|l'assistant)|ta nouvelle (?:mission|tâche)|ahora eres|a partir de ahora (?:eres|debes|responde)|tu nueva tarea|agora você é|a partir de agora,? você|sua nova tarefa|ora sei|d'ora in poi (?:sei|devi))\b/,
        0.9,
      ],
      [
        /(?:теперь ты|с этого момента ты|твоя новая задача|你现在是|从现在开始,?你|从现在起|あなたは今から|これからあなたは|이제부터 (?:너|당신)|أنت الآن)/,
        0.9,
      ],
    ],
  },
  {
    name: 'imitates the frame of a conversation with a model',
    hits: [
      [/<\|[a-z_ ]{2,30}\|>|<<\/?sys>>|\[\/?inst\]|<\/?(?:start|end)_of_turn>|<\/?s>(?=\s|$|\[)|<｜/, 1],
      [
        /<\/?(?:system|assistant|user|human|tool|tool_?(?:result|call|response|output|use)s?|function_?(?:call|result)s?|instructions?|prompt|admin|developer|attendee_?message|untrusted\w*|documents?|context|passages?|search_?results?|knowledge|memory|policy|secret)(?:[\s_:-][^<>]{0,60})?\/?>/,
        1,
      ],
      [
        /\[\/?(?:system|assistant|admin(?:istrator)?|developer|tool[_ ]?(?:result|call|output)|instructions?|end of \w+|system[ _]\w+|override|internal)(?:[ :][^\]\n]{0,60})?\]/,
        1,
      ],
      [
        /(?:^|\n)\s*(?:#{1,6}\s*)?\**(?:system|assistant|developer)(?: (?:message|prompt|note|notice|override|instructions?|update|alert))?\**\s*:/,
        0.8,
      ],
      [/(?:^|\n)\s*#{1,6}\s*(?:system|instructions?|new task|prompt|override)\b/, 0.9],
      [/["']?role["']?\s*[:=]\s*["']?(?:system|assistant|developer|tool)\b/, 1],
      [
        /(?:^|\n|[.!?]\s)\W{0,12}(?:end|begin|start|beginning) of (?:the )?(?:system|user|untrusted|trusted|document|context|input|conversation|attendee|knowledge|page|passage|prompt|message|data|instructions?|content)\b/,
        0.8,
      ],
      [
        /\b(?:system (?:message|prompt|override|notice|alert|instruction|directive|command|update)|(?:override|security|authorization) (?:code|protocol|token|key)|internal (?:note|instruction|directive)s? (?:for|to))\b/,
        0.7,
      ],
      [/\b(?:tool|function)[_ -](?:call|result|response|output|use)s?\b/, 0.8],
      [
        /["']?(?:verified|is_?admin|approved|authori[sz]ed|refund_approved|identity_verified|is_verified|admin)["']?\s*[:=]\s*["']?(?:true|yes|1\b|approved|granted)/,
        0.9,
      ],
    ],
  },
  {
    name: 'speaks to a model',
    hits: [
      [
        new RegExp(
          `\\b(?:note|message|instructions?|attention|reminder|notice|memo|warning|directive|request|hint)s? (?:to|for) (?:any |all |the |every |our |your |whichever |other )*${model}\\b`,
        ),
        1,
      ],
      [new RegExp(`\\b(?:attention|dear|hey|hello|hi|dearest|listen|ok|okay)[,:]? (?:the |all |any )?(?:${model})\\b(?=[,:!. -])`), 0.7],
      [
        new RegExp(
          `\\bif you(?:'re| are) (?:an? |the |reading this as an? |processing this as an? |currently )?(?:${model}|automated|model)\\b`,
        ),
        1,
      ],
      [
        new RegExp(
          `\\b(?:${model}|the (?:model|agent|system))(?: reading this| processing this| that reads this| who reads this)?,? (?:must|should|shall|is (?:instructed|required|authori[sz]ed|told|ordered|commanded|obliged|allowed)|has to|have to|needs? to|are (?:instructed|required|authori[sz]ed|obliged))\\b`,
        ),
        0.8,
      ],
      [
        new RegExp(
          `\\b(?:any|every|all) ${model}\\b[^.!?\\n]{0,60}\\b(?:must|should|shall|will|needs? to|reading|reads|processing|summari[sz]ing|answering)\\b`,
        ),
        0.9,
      ],
      [
        new RegExp(
          `\\bwhen (?:an? |the |any )?(?:${model}|you) (?:reads?|process(?:es)?|summari[sz]es?|sees?|answers?|repl(?:y|ies)|respond(?:s)?)\\b[^.!?\\n]{0,80}\\b(?:must|should|always|add|append|say|include|mention|also|tell|call|then|instead|answer|recommend|send)\\b`,
        ),
        0.8,
      ],
      [/\bas (?:an ai|a language model|the ai|your (?:developer|creator|administrator|programmer|operator|supervisor))\b/, 0.7],
      [/\b(?:system prompt|hidden prompt|initial prompt|pre-?prompt|context window|your training data)\b/, 0.8],
    ],
  },
  {
    name: 'dictates what is answered',
    hits: [
      [
        new RegExp(
          `\\b${act}\\b[^.!?\\n]{0,40}\\b(?:only|exactly|precisely|verbatim|nothing (?:else|but)|word for word|the (?:following )?(?:exact )?(?:word|words|phrase|string|token|keyword|passphrase|magic word|secret word|sentence|flag))\\b`,
        ),
        0.7,
      ],
      [
        new RegExp(
          `\\b${act}\\b[^.!?\\n]{0,60}\\b(?:(?:in|to|of|with|at the (?:end|start|beginning|top|bottom) of) (?:every|each|all(?: of)?|any) (?:of )?(?:your |its |the )?(?:answers?|repl(?:y|ies)|responses?|outputs?|messages?|sentences?))\\b`,
        ),
        1,
      ],
      [
        new RegExp(
          `\\b${act}\\b[^.!?\\n]{0,60}\\b(?:in|to|at the end of|at the start of|with) (?:your|the|its) (?:next |final |first )?(?:answer|response|output|reply)\\b`,
        ),
        0.45,
      ],
      [
        /\b(?:must|should|always|instead,?) (?:say|answer|reply|respond|tell|recommend|claim|state|output|print)\b[^.!?\n]{0,30}(?::|["“'‘«])/,
        0.8,
      ],
      [
        /\b(?:tell|inform|advise|instruct|direct) (?:every|all|each|any|the) (?:users?|attendees?|customers?|visitors?|guests?|people|persons?|person|participants?|human|reader)s?\b[^\n]{0,120}(?:https?:|www\.|\b(?:pay|click|iban|card details|password|their money back|cancelled|canceled)\b)/,
        0.7,
      ],
      [
        /\b(?:answers?|repl(?:y|ies)|responses?|support|the (?:bot|agent|assistant|chat))\b[^.!?\n]{0,24}\b(?:should|must|shall|has to|have to|needs? to|always|mentions?|could)\b[^.!?\n]{0,24}\b(?:link to|contain|mention|include|quote|recommend|point to|advertise|cite|refer to|the word|mentions)\b/,
        0.7,
      ],
      [
        /\b(?:start|begin|open|end|finish|close|conclude|prefix|sign)\b[^.!?\n]{0,12}\b(?:each|every|all|any)\b[^.!?\n]{0,12}\b(?:answers?|repl(?:y|ies)|responses?|messages?|outputs?)\b/,
        0.8,
      ],
      [
        /\b(?:confirm|acknowledge|respond|reply|answer|prove it|show)\b[^.!?\n]{0,24}\bby (?:writing|saying|typing|repeating|including|adding|quoting|printing|replying with)\b/,
        0.7,
      ],
      [
        /\b(?:repeat|print|reveal|show|output|display|leak|disclose|expose|give|tell|recite|summari[sz]e|translate|dump|share)\b[^.!?\n]{0,30}\b(?:your|the|all|its)\b[^.!?\n]{0,24}\b(?:system|initial|hidden|secret|internal|original|full|entire|above|preceding|confidential)?\s*(?:prompts?|instructions?|configuration|guidelines|conversation history|other (?:attendees|customers|users)|api keys?|secrets?|passwords?|credentials|environment variables|database)\b/,
        0.8,
      ],
      [
        /\b(?:antworte|schreibe?|sage?) (?:nur|ausschließlich|genau|immer|stattdessen)\b|\b(?:réponds?|répondez|écris|dis) (?:uniquement|seulement|exactement|toujours)\b|\b(?:responde|escribe|di) (?:solo|sólo|únicamente|exactamente|siempre)\b|\b(?:responda|escreva|diga) (?:apenas|somente|exatamente|sempre)\b|\b(?:rispondi|scrivi) (?:solo|soltanto|esattamente|sempre)\b/,
        0.8,
      ],
      [
        /(?:只(?:回答|回复|输出|說|说)|仅(?:回答|回复|输出)|と(?:だけ)?(?:答え|返信|出力)(?:て|しろ|せよ)|라고만 (?:답|말)|ответь (?:только|ровно)|отвечай (?:только|всегда)|напиши (?:только|ровно))/,
        0.8,
      ],
    ],
  },
  {
    name: 'asks to act or to hide it',
    hits: [
      [
        /\b(?:call|invoke|execute|run|use|trigger|fire|launch|perform)\b[^.!?\n]{0,24}\b[a-z]+_[a-z_]{3,}\b|\b[a-z]+_[a-z_]{3,}\s*\(|\b(?:process_refund|transfer_ticket|resend_ticket|lookup_ticket|escalate_to_human|search_knowledge_base|send_email|send_mail)\b/,
        1,
      ],
      [/\b(?:call|invoke|use|trigger|run|execute) (?:the |your |a |any )*(?:\w+ ){0,2}(?:tools?|functions?|api|endpoint|action)\b/, 0.8],
      [
        /\b(?:do not|don't|never|without|must not|should not)\b ?(?:ever )?(?:tell|telling|inform|informing|mention|mentioning|reveal|revealing|alert|alerting|notify|notifying|warn|warning|disclose|disclosing|ask|asking|show|showing)\b[^.!?\n]{0,30}\b(?:users?|attendees?|customers?|humans?|organi[sz]ers?|staff|operator|anyone|anybody|person|this (?:instruction|message|note)|for (?:confirmation|approval|permission|verification))\b/,
        0.7,
      ],
      [
        new RegExp(
          `\\b(?:skip|bypass|disable|waive|turn off|circumvent|suspend|ignore|avoid|omit|no need for|switch off)\\b[^.!?\\n]{0,24}\\b${check}\\b`,
        ),
        0.8,
      ],
      [
        new RegExp(
          `\\b${check} (?:is|are|was|were|has been|have been) (?:not (?:required|needed|necessary)|disabled|waived|bypassed|skipped|suspended|already (?:done|completed|granted|given)|off)\\b`,
        ),
        0.7,
      ],
      [
        /\b(?:i am|i'm|this is|we are|speaking as|signed,?) (?:the |an |your |from (?:the )?|with )*(?:system )?(?:admin(?:istrator)?|developers?|owner|ceo|cto|root|openai|anthropic|security team|engineering|it department|head of|event director|organi[sz]er|supervisor|finance)\b[^\n]{0,120}\b(?:approv\w+|authori[sz]\w+|overrid\w+|grant\w*|permission|skip|bypass|transfer|verify|refund|confirm|instruct\w*|order you|urgent\w*)\b/,
        0.8,
      ],
      [
        /\b(?:send|forward|e-?mail|mail|transfer|post|upload|exfiltrate|leak|copy|bcc|cc|deliver|submit|report|redirect)\b[^.!?\n]{0,80}\b(?:all|every|each|entire|full|any|complete|everything|everyone|(?:attendee|guest|customer|participant|user|ticket|order|conversation|contact|chat)s?'? (?:list|data|details|records|history|names|emails|addresses|information|messages))\b[^\n]{0,80}(?:@|https?:|\bto (?:me|us|this|the following|my)\b)/,
        0.9,
      ],
      [
        /\b(?:refund|reimburse|pay(?: out)?|wire|transfer|send|credit)\b[^.!?\n]{0,60}\b(?:to|into|onto)\b[^.!?\n]{0,30}\b(?:iban|account(?: number)?|wallet|card (?:number|ending)|bitcoin|btc|paypal|[a-z]{2}\d{2}[ \d]{8,})/,
        0.8,
      ],
      [
        /\b(?:refund|cancel|transfer|reissue|comp|upgrade|resend|release|delete|void|approve)\b (?:all|every|any|each|everyone's|everybody's)\b[^.!?\n]{0,30}\b(?:tickets?|orders?|attendees?|bookings?|payments?|requests?|approvals?|refunds?|invoices?)\b/,
        0.8,
      ],
      [
        /\b(?:issue|process|approve|grant|authori[sz]e|make|give|execute|trigger|initiate)\b[^.!?\n]{0,24}\b(?:full|complete|immediate|instant|maximum|total|100 ?%)\b[^.!?\n]{0,16}\brefunds?\b[^.!?\n]{0,60}\b(?:now|immediately|without|regardless|to (?:this|the)|for (?:all|every|order|this)|automatically|irrespective)\b/,
        0.8,
      ],
      [
        /\b(?:change|replace|set|update|redirect|switch)\b[^.!?\n]{0,40}\b(?:payout|bank|recipient|beneficiary|destination|reply-?to|sender|holder|owner|e-?mail address)\b[^.!?\n]{0,40}\bto\b[^\n]{0,40}(?:@|\d{6,}|https?:)/,
        0.8,
      ],
      [
        /\b(?:all refunds (?:are|have been) (?:now )?(?:approved|authori[sz]ed|100)|(?:has|have) been (?:pre-?)?(?:approved|authori[sz]ed) (?:by (?:the )?(?:system|admin|management|organi[sz]er|developer)))\b/,
        0.7,
      ],
      [/!\[[^\]\n]{0,200}\]\(\s*(?:https?:)?\/\/[^)\s]*(?:\?|\{|%7b|\$|=)[^)\n]{0,300}\)/, 0.8],
      [
        /\b(?:https?:\/\/|www\.)[^\s]{0,200}(?:\{|%7b|\[|<)(?:data|secret|conversation|history|prompt|email|name|token|answer|content|query|session|user)\w*(?:\}|%7d|\]|>)/,
        0.9,
      ],
      [
        /<\s*(?:script|iframe|object|embed|svg|math|meta|base|link|form|img|video|audio|input|body|details|style)\b[^>]{0,300}(?:on[a-z]{3,20}\s*=|javascript:|src\s*=\s*["']?(?:https?:|\/\/|data:)|srcdoc|http-equiv)|<\s*script\b|\bjavascript:\S/,
        1,
      ],
      [
        /\b(?:rm -rf|drop table|union select|os\.system|eval\(|exec\(|subprocess|import os|curl https?:|wget https?:|\$\(|cat \/etc\/passwd)/,
        0.8,
      ],
      [
        /\b(?:decode|decrypt|deobfuscate|translate|interpret)\b[^.!?\n]{0,40}\b(?:base64|rot-?13|hex(?:adecimal)?|morse|cipher|binary|caesar|encoded)\b/,
        0.9,
      ],
      [
        /\b(?:click|visit|go to|open|navigate to|follow|browse to|log ?in at|enter (?:your|their) \w+ at)\b[^.!?\n]{0,40}(?:https?:|www\.|[\w-]+\.(?:example|test|xyz|top|click|ru|tk|zip|info|biz|link))[^\n]{0,120}\b(?:verif\w+|confirm|claim|unlock|password|credit card|card details|bank|payment details|code|re-?activate|validate|avoid cancellation|suspended)\b/,
        0.8,
      ],
    ],
  },
];
