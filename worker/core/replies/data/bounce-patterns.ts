import type { BounceCause } from '../bounce';

/**
 * What mail servers write about why, most telling first; lower case. Collected from the wordings of Postfix, Sendmail, Exim,
 * qmail, Exchange, Gmail, Yahoo, Outlook.com, iCloud, and gateways in front of them.
 */
export const causePatterns: readonly (readonly [BounceCause, RegExp])[] = [
  [
    'mailbox_full',
    /mailbox (?:is |has )?(?:full|over ?quota|exceeded)|over (?:its |the )?(?:storage |disk )?quota|quota (?:exceeded|has been exceeded|is full)|exceed(?:ed|s|ing) (?:(?:the|its|his|storage|disk|mail|mailbox) ){0,3}(?:quota|storage)|(?:inbox|mailbox|account|box) is (?:full|over)|out of storage|insufficient (?:disk |storage )space|not enough (?:storage |disk )?space|user is over|postfach (?:ist )?(?:voll|des empfangers voll)|speicherplatz|bo[iî]te (?:aux lettres |de r[eé]ception )?(?:est )?pleine|buz[oó]n (?:est[aá] )?lleno|caixa (?:de correio |postal )?(?:est[aá] )?cheia|mbox full|maildir (?:over|delivery failed)/,
  ],
  [
    'unknown_domain',
    /(?:host|domain) (?:or domain name )?(?:not found|unknown|does not exist|doesn't exist|couldn't be found|could not be found)|unknown (?:host|domain)|no such (?:host|domain)|couldn't find any host|name or service not known|nxdomain|name service error|unrout(?:e?)able (?:mail )?(?:domain|address)|domain .{1,80}(?:couldn't be found|does not exist|wasn't found)|illegal host|no mx|bad destination (?:host|system)|dns (?:error|lookup failed)|domain has no mail exchangers|null mx|does not accept mail \(nullmx\)|this domain (?:is not|does not)/,
  ],
  [
    'disabled',
    /(?:account|mailbox|user|recipient|address) (?:has been |is |was |is temporarily )?(?:disabled|deactivated|suspended|inactive|closed|locked|discontinued|terminated|no longer (?:active|valid|available|in use|on server))|inactive (?:user|account|mailbox)|user (?:is )?(?:suspended|disabled)|email account that you tried to reach is (?:disabled|inactive)|disabled or discontinued|konto (?:ist |wurde )?(?:deaktiviert|gesperrt|geschlossen)|compte (?:est )?d[eé]sactiv[eé]/,
  ],
  [
    'no_such_address',
    /user (?:is )?(?:unknown|not found|doesn't exist|does not exist|invalid)|unknown (?:user|recipient|address|local ?part|mailbox|account)|no such (?:user|mailbox|recipient|address|person|account|local user|email)|(?:mailbox|recipient|address|account|user|email address) (?:\S{1,120} ){0,3}(?:was |is |address )?(?:not found|does ?n[o']t exist|does not exist|unknown|invalid|not valid|couldn't be found|could not be found|wasn't found|not known|unavailable or)|invalid (?:recipient|mailbox|address|user)|no mailbox here by that name|doesn't have an? \S{1,40} account|not have an? \S{1,40} account|isn't in our system|not listed in|address (?:not found|rejected|lookup failed|couldn't be found|is not a valid)|recipient (?:address )?rejected|recipient not (?:found|recognized|exist)|not a (?:valid|known) (?:user|recipient|mailbox|address)|is not a valid mailbox|resolver\.adr\.(?:ex)?recip(?:ient)?notfound|recipnotfound|user not (?:known|local)|account (?:is )?(?:not|un)available|mailbox unavailable|mailbox not available|this user doesn't|can't verify|verification failed|empf[aä]nger(?:adresse)? (?:ist )?(?:unbekannt|nicht (?:gefunden|bekannt|vorhanden|g[uü]ltig))|(?:adresse|benutzer|postfach|e-mail-adresse).{0,80}(?:nicht (?:gefunden|vorhanden|existiert)|existiert nicht|unbekannt)|(?:adresse|destinataire|utilisateur|bo[iî]te).{0,60}(?:inconnue?|introuvable|n'existe pas|invalide)|(?:direcci[oó]n|usuario|destinatario|buz[oó]n|cuenta).{0,60}(?:no existe|desconocid[oa]|no se encontr[oó]|no v[aá]lid[oa]|inv[aá]lid[oa]|no encontrad[oa])|(?:endere[cç]o|utilizador|usu[aá]rio|destinat[aá]rio|caixa).{0,60}(?:n[aã]o existe|desconhecid[oa]|n[aã]o (?:foi )?encontrad[oa]|inv[aá]lid[oa])|has (?:moved|left)|no longer (?:works|employed|with)/,
  ],
  [
    'too_large',
    /(?:message|mail|size) (?:\S{1,20} )?(?:is |was )?(?:too (?:large|big|long)|exceeds?)|exceed(?:s|ed) (?:the )?(?:maximum |fixed |server |allowed |limit )?(?:message )?size|size (?:limit|exceeds)|max(?:imum)? message size|message length exceeds|zu gro(?:ß|ss)|trop volumineux|demasiado grande|muito grande/,
  ],
  [
    'blocked',
    /spam|blacklist|block ?list|blocklisted|black ?listed|spamhaus|barracuda|spamcop|proofpoint|reputation|blocked|poor sender|dmarc|\bspf\b|dkim|unsolicited|banned|policy (?:violation|reasons?|restrictions?)|rejected (?:due to|by|for) (?:policy|content|security|local policy)|content (?:rejected|filter)|virus|malware|prohibited|not allowed to send|relay(?:ing)? (?:access )?(?:denied|not permitted)|unable to relay|access denied|not authori[sz]ed|sender (?:address )?(?:rejected|verify failed|denied)|only accepts (?:messages|mail) from|restrict(?:ed|ion)|suspicious|refused by the recipient|mail rejected/,
  ],
  ['loop', /loop|too many hops|hop count exceeded|routing loop|mail forwarding loop/],
  [
    'temporary',
    /temporar(?:y|il)|try again|retry|later|delayed|deferred|grey ?list|gray ?list|timed? ?out|timeout|time-?out|connection (?:refused|reset|lost|dropped|timed|failed)|could not connect|couldn't connect|unable to connect|no route to host|network is unreachable|host (?:is )?(?:unreachable|down|not responding)|server (?:is )?(?:busy|unavailable|down|not responding)|not (?:reachable|responding)|queue period|queue too long|in the queue|too (?:many|busy)|rate (?:limit|exceeded)|throttl|resources|insufficient system|system (?:not accepting|load|storage)|expired|not yet been delivered|still (?:being|trying)|lost connection|unavailable at this time|4\.\d\.\d{1,3}|verz[oö]gert|vor[uü]bergehend|temporaire|temporal|tempor[aá]ri[ao]/,
  ],
];

/** Sentences with which a mail system says that it writes, and that a mail did not arrive. Lower case. */
export const reportPhrases: readonly RegExp[] = [
  /this is the mail (?:system|delivery agent) at|mail delivery (?:system|subsystem|software)|the mail system\b|mailer-daemon@|postmaster@.{0,80}(?:report|failed)/,
  /qmail-send program|i'm afraid i wasn't able to deliver|this is a permanent error; i've given up|i've given up\. sorry|i'm not going to try again/,
  /(?:your|a|the following|this) (?:message|e-?mail|mail)\b.{0,140}\b(?:could not|couldn't|cannot|can't|was not|wasn't|has not|hasn't|were not|not) (?:yet )?(?:be |been )?(?:delivered|sent|reach)/,
  /delivery (?:to|of|for) (?:the following|this|these|your|one or more|\S{1,120}) .{0,60}(?:failed|was delayed|has been delayed|is delayed)|delivery (?:has |to .{1,80} )?failed|delivery failure|failed to deliver|(?:was|is|were|message) undeliverable|undelivered mail|undeliverable:/,
  /address not found|message (?:not delivered|blocked|rejected|delivery (?:failed|delayed|failure))|recipient inbox full|delivery incomplete|delivery status notification/,
  /the following (?:address(?:es|\(es\))?|recipients?|recipient\(s\)|organization) .{0,60}(?:failed|rejected|fatal errors|cannot be reached|could not be reached|undeliverable)|had permanent fatal errors|(?:transcript of (?:the )?session follows)/,
  /(?:could|can) ?not be delivered to (?:one or more|the following|its)|unable to deliver|returned to (?:its |the )?sender|returning (?:the )?message to sender|diagnostic information for administrators|reporting-mta|remote server returned|remote host said|final-recipient|generating server/,
  /(?:konnte|konnten) (?:\S+ ){0,8}nicht zugestellt|zustellung .{0,60}fehlgeschlagen|unzustellbar|nicht zustellbar/,
  /n'a pas pu (?:[eê]tre )?(?:remis|distribu[eé]|livr[eé]|d[eé]livr[eé])|non remis|[eé]chec de (?:la )?(?:remise|livraison|distribution)/,
  /no se (?:ha podido|pudo|puede) (?:entregar|enviar)|no (?:fue|ha sido) entregado|error (?:de|en la) entrega|no se puede entregar/,
  /n[aã]o (?:foi|p[oô]de ser|pode ser) (?:poss[ií]vel )?entreg|falha na entrega|n[aã]o (?:foi )?entregue/,
];
