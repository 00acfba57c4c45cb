/** Pure. What somebody wrote themselves: without what they quote, their signature, and what their company adds to every mail. */

const mostLines = 600;
const longestLine = 4000;

/**
 * The new text of a mail, without a last line that is only the writer's name (`writer`: what is known of it). Quotes are recognised above, below and between the answers, as Gmail, Outlook, Apple Mail,
 * Thunderbird and phones write them in English, German, French, Spanish and Portuguese; '' when there is nothing new.
 */
export function visibleText(text: string, writer = ''): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\u200e\u200f\ufeff]/g, '')
    .split('\n')
    .slice(0, mostLines)
    .map((line) => line.slice(0, longestLine).trimEnd());
  const own = withoutQuotes(withoutBanners(lines));
  return withoutName(tidy(withoutSignature(withoutDisclaimer(own))), writer);
}

/** The line before a quote: who wrote when. Mail programs break it over up to three lines. */
const attribution =
  /^(?:on|am|le|el|em|a la\(s\)|den|il|op)\b.{3,200}\b(?:wrote|writes|schrieb(?:en)?|a [eé]crit|escribi[oó]|escreveu)\b.{0,80}:\s*$|^.{2,120}\b(?:wrote|schrieb|a [eé]crit|escribi[oó]|escreveu) ?(?:am|on|le|el|em)?\b.{0,60}:\s*$|^.{2,100}<[^<>@\s]{1,64}@[^<>\s]{1,190}>\s*(?:wrote|schrieb|a [eé]crit|escribi[oó]|escreveu)?.{0,60}:\s*$|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}.{0,60}<[^<>\s]{3,200}>:?\s*$/i;
/** From here on everything is the answered mail. */
const divider =
  /^\s*(?:-{2,}|_{2,}|={2,})?\s*(?:original message|original appointment|forwarded message|urspr[uü]ngliche (?:nachricht|mail)|weitergeleitete nachricht|message d'origine|message original|message transf[eé]r[eé]|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|begin forwarded message)\s*:?\s*(?:-{2,}|_{2,}|={2,})?\s*$/i;
const rule = /^\s*[_*-]{8,}\s*$/;
const headerLine = /^\s*[>*]{0,2}\s*\*{0,2}(?:from|von|de|expéditeur|remitente)\s*\*{0,2}\s*:\*{0,2}\s*\S/i;
const headerFollows =
  /^\s*\*{0,2}(?:sent|date|to|subject|cc|gesendet|datum|an|betreff|envoy[eé](?: le)?|[aà]|objet|enviado(?: el| em)?|para|asunto|assunto|fecha|data)\s*\*{0,2}\s*:/i;

function withoutQuotes(lines: readonly string[]): string[] {
  const own: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (/^\s{0,3}>/.test(line)) continue;
    if (divider.test(line) || startsHeaders(lines, i) || (rule.test(line) && startsHeaders(lines, nextFilled(lines, i)))) break;
    const taken = attributionAt(lines, i);
    if (taken === 0) {
      own.push(line);
      continue;
    }
    const next = lines[nextFilled(lines, i + taken - 1)] ?? '';
    // Without marks nobody can tell answer from quote: what follows is the quote.
    if (!/^\s{0,3}>/.test(next)) break;
    i += taken - 1;
  }
  return own;
}

/** How many lines from here are an attribution; 0 when none. */
function attributionAt(lines: readonly string[], at: number): number {
  if ((lines[at] ?? '').trim() === '') return 0;
  for (let count = 1; count <= 3 && at + count <= lines.length; count++) {
    const joined = lines
      .slice(at, at + count)
      .map((line) => line.trim())
      .join(' ');
    if (joined.length <= 320 && joined.endsWith(':') && attribution.test(joined)) {
      const looksDated = /\d|@/.test(joined);
      return looksDated ? count : 0;
    }
    if ((lines[at + count] ?? '').trim() === '') return 0;
  }
  return 0;
}

function nextFilled(lines: readonly string[], at: number): number {
  let next = at + 1;
  while (next < lines.length && (lines[next] ?? '').trim() === '') next++;
  return next;
}

/** Outlook quotes the answered mail's headers: a sender and, right after, two more of them or one with an address. */
function startsHeaders(lines: readonly string[], at: number): boolean {
  const first = lines[at] ?? '';
  if (!headerLine.test(first)) return false;
  const following = lines.slice(at + 1, at + 8).filter((line) => headerFollows.test(line)).length;
  return following >= 2 || (following >= 1 && first.includes('@')) || /^\s*(?:from|von|de)\s*:.{1,120}@/i.test(first);
}

const phoneSignature =
  /^\s*(?:sent (?:from|via|using|with) (?:my |the )?\S.{0,60}|get outlook for (?:ios|android).{0,60}|(?:von meinem|gesendet von|gesendet mit|von unterwegs|diese nachricht wurde von meinem).{0,80}|envoy[eé] (?:de|depuis|avec|à partir).{0,60}|obtenez outlook.{0,60}|t[eé]l[eé]charg.{0,10} outlook.{0,40}|enviado (?:desde|do|a partir|de|com|con).{0,60}|obtener outlook.{0,60}|obter o outlook.{0,60}|outlook f[uü]r (?:ios|android) beziehen.{0,20}|holen sie sich outlook.{0,40})\s*$/i;
const closing =
  /^\s*(?:(?:with )?(?:kind|best|warm|warmest|many|friendly)?\s*(?:regards|wishes)|best|cheers|sincerely|yours(?: sincerely| truly| faithfully)?|respectfully|thanks(?: again| a lot| so much| and (?:kind |best )?regards)?|thank you|many thanks|take care|(?:mit )?(?:freundlichen|besten|herzlichen|vielen|lieben|sch[oö]nen)?\s*(?:gr[uü](?:ß|ss)en?|gr[uü](?:ß|ss)e?)(?: aus \w{2,30})?|(?:viele|liebe|beste|herzliche|freundliche|sch[oö]ne) gr[uü](?:ß|ss)e(?: aus \w{2,30})?|mfg|vg|lg|hochachtungsvoll|cordialement|bien (?:cordialement|à vous)|(?:bien )?amicalement|salutations(?: distingu[eé]es)?|meilleures salutations|(?:un )?(?:cordial |atento )?saludos?(?: cordiales)?|atentamente|un abrazo|atenciosamente|(?:com os )?(?:melhores )?cumprimentos|cordialmente|abra[cç]os?|br|kr|rgds)\s*[,.!]?\s*$/i;

/** Cuts at the signature mark, at what phones add, and at a closing that only short lines follow. */
function withoutSignature(lines: readonly string[]): string[] {
  let end = lines.findIndex((line) => /^-- ?$|^—$|^\s*_{5,}\s*$/.test(line));
  if (end < 0) end = lines.length;
  let kept = lines.slice(0, end).filter((line) => !phoneSignature.test(line));
  for (let i = kept.length - 1; i >= Math.max(0, kept.length - 25); i--) {
    const line = kept[i] ?? '';
    const something = kept.slice(0, i).some((before) => before.trim() !== '');
    if (something && closing.test(line) && kept.slice(i + 1).every(looksLikeSignature)) kept = kept.slice(0, i);
  }
  return kept;
}

function withoutName(text: string, writer: string): string {
  const at = text.lastIndexOf('\n');
  const last = text.slice(at + 1).toLowerCase();
  const words = last.match(/\p{L}{2,}/gu) ?? [];
  const known = words.length > 0 && words.length <= 4 && words.every((word) => writer.toLowerCase().includes(word));
  return at > 0 && known && last.length <= 40 && !/[.!?]$/.test(last) ? text.slice(0, at).trim() : text;
}

/** Names, posts, telephone numbers: short, and no sentence. */
function looksLikeSignature(line: string): boolean {
  const text = line.trim();
  if (text.length > 110 || /[?]$/.test(text)) return false;
  return !(/[.!]$/.test(text) && text.split(' ').length > 7);
}

const disclaimer =
  /^\W{0,5}(?:this (?:e-?mail|message|communication|transmission)\b.{0,120}(?:confidential|intended (?:only|solely)|privileged)|confidential(?:ity)?(?: notice| note)?\b.{0,40}(?::|this)|(?:the )?information (?:contained )?in this (?:e-?mail|message)|if you (?:are not|have received this).{0,60}(?:intended recipient|in error)|diese (?:e-?mail|nachricht)\b.{0,120}(?:vertraulich|bestimmt)|der inhalt dieser e-?mail|ce (?:message|courriel|mail)\b.{0,120}(?:confidentiel|destin[eé])|este (?:mensaje|correo|e-?mail)\b.{0,120}(?:confidencial|dirigid|destinat)|esta mensagem\b.{0,120}(?:confidencial|destina)|please consider the environment|bitte denken sie an die umwelt|pensez à l'environnement|antes de imprimir|aviso legal|haftungsausschluss|disclaimer\b)/i;

function withoutDisclaimer(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line, i) => disclaimer.test(line) || (line !== '' && disclaimer.test(`${line} ${lines[i + 1] ?? ''}`)));
  const own = lines.slice(0, at).some((line) => line.trim() !== '');
  return at >= 0 && own ? lines.slice(0, at) : lines;
}

/** What gateways put above a mail from outside. */
const banner =
  /^\W{0,6}(?:\[?external(?: e-?mail| sender| message)?\]?\W{0,4}$|caution\b.{0,20}(?:external|this (?:e-?mail|message) originated)|this (?:e-?mail|message) (?:originated|came) from (?:outside|an external)|you don't often get e-?mail from|\[?extern(?:e e-?mail|al mail)?\]?\W{0,4}$|achtung\b.{0,30}extern|attention\b.{0,30}externe|do not click (?:on )?links or open attachments unless)/i;

const withoutBanners = (lines: readonly string[]) => lines.filter((line, i) => i > 12 || !banner.test(line));

function tidy(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
