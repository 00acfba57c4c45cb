import { readable, withoutDisguise, withoutHidden } from './hidden-characters';
import { linksInText } from './links';
import { isSuspicious } from './suspicious';

/**
 * Names and labels that others typed or imported, as far as they may stand in what agents read and write: a person's name
 * that reads like one, a short label without links and orders. Pure. The records keep what was imported.
 */
export function presentableName(value: string): string {
  const name = readable(value).replace(/\s+/g, ' ').trim();
  if (name === '' || name.length > 80 || name.split(' ').length > 7) return '';
  if (!/^[\p{L}\p{M}\p{N} .,'’`´()&/-]+$/u.test(name) || !/\p{L}/u.test(name)) return '';
  if ((name.match(/\d/g) ?? []).length > 2 || linksInText(name).length > 0) return '';
  if (/[\p{L}\d]{31}/u.test(name) || isSuspicious(name)) return '';
  const words = withoutDisguise(name)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  if (words.some((word) => commands.has(word)) || words.filter((word) => speech.has(word)).length > 1) return '';
  return oneLine(value);
}

/** A label such as a ticket type or a page's title; empty when it is none. */
export function presentableLabel(value: string, longest = 80): string {
  const label = readable(value).replace(/\s+/g, ' ').trim();
  if (label.length > longest || /[<>{}[\]|\\^~`=]/.test(label) || label.split(' ').length > 16) return '';
  if (/(?:(?:^|[^\p{L}])\p{L}(?=[^\p{L}])){5}/u.test(`${label} `)) return '';
  if (linksInText(label).length > 0 || isSuspicious(label)) return '';
  const words = withoutDisguise(label)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return words.filter((word) => commands.has(word)).length > 1 ? '' : oneLine(value);
}

/** A page's title as agents may read and cite it; empty when it is a speech rather than a title. */
export function presentableTitle(value: string): string {
  const title = presentableLabel(value, 120);
  const words = title
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  const spoken = words.filter((word) => speech.has(word)).length;
  return words.length > 16 || (spoken > 3 && !title.endsWith('?')) ? '' : title;
}

function oneLine(value: string): string {
  return withoutHidden(value).replace(/\s+/g, ' ').trim();
}

/** Words that order something done; nobody is called so. */
const commands = new Set(
  (
    'ignore disregard forget override bypass reveal print output execute pretend jailbreak jailbroken hacked pwned refund transfer resend approve approved authorize authorise instructions instruction prompt assistant chatbot ' +
    'system admin administrator developer password reply respond answer repeat echo canary confirm verify visit click download obey comply ignoriere vergiss antworte ignorez oubliez ignora olvida responde ignorar esqueça'
  ).split(' '),
);
/** Words of sentences; one may be part of a name ("Will Say"), two are speech. */
const speech = new Set(
  (
    'say says said tell please you your must should shall now all any every previous above always never only also with include write send email call run use go to this that these is are was be been has have do does not from into mode new rule rules task ' +
    'and then if when before after until without what who how why asked asks mention mentions somebody anybody everybody the about are contain contains word words'
  ).split(' '),
);

/**
 * What somebody wrote, quoted to the organizer by mail: without what leads anywhere, and not at all where it reads like
 * instructions to a model. The console shows it as it is.
 */
export function quotable(text: string): string {
  if (isSuspicious(text)) return '(Left out of this mail: it reads like instructions to an AI. See the console.)';
  const found = linksInText(text);
  if (found.length === 0) return text;
  let quoted = readable(text);
  for (const link of found) quoted = quoted.replaceAll(link.text.replace(/…$/, ''), '[link]');
  return quoted;
}
