import { remembered } from '../../remembered';
import {
  injectionPatterns,
  legalPatterns,
  mildAngerPatterns,
  personPatterns,
  privacyPatterns,
  safetyPatterns,
  securityPatterns,
  strongAngerPatterns,
} from '../data/signal-patterns';
import { standardSpelling } from './spelling';

export type Signal = 'asked_for_person' | 'safety' | 'security' | 'legal' | 'upset' | 'privacy' | 'injection';

const tables: [Signal, RegExp[]][] = [
  ['safety', safetyPatterns],
  ['security', securityPatterns],
  ['legal', legalPatterns],
  ['privacy', privacyPatterns],
  ['asked_for_person', personPatterns],
  ['injection', injectionPatterns],
];

/** A supposed case, asked about rather than reported. It raises neither safety nor security nor legal alarm. */
const hypothetical =
  /\b(?:what (?:happens|if|(?:should (?:i|we|one)|do (?:i|we|you)) do (?:if|when|in case))|in case (?:of|someone|something)|if (?:someone|somebody|anyone|i|we|there|my|a|an|the|something)\b(?! (?:can|could) help)|falls|wenn (?:jemand|ich)|au cas où|si (?:quelqu'un|on|alguien|alguém)|caso)/;

/** An "if" in a statement is a threat or a report ("my lawyer will call if ..."); only one in a question supposes something. */
const asking = /\?|\b(?:what|who|whom|where|how|which|was|wer|wen|wo|wie|que|qui|où|comment|qué|quién|dónde|cómo|quem|onde|como)\b/;

/** Security as a subject of the programme, not as something that happened. */
const programmeTopic =
  /\b(?:talks?|sessions?|workshops?|tracks?|keynotes?|tutorials?|trainings?|courses?)\b.*\b(?:about|on|for|covering)\b/;

/** What in a message calls for more than an answer. Order is that of urgency; empty for an ordinary question. */
export const signalsOf: (text: string) => readonly Signal[] = remembered(signalsIn);

function signalsIn(text: string): Signal[] {
  const line = standardSpelling(text);
  const supposed = hypothetical.test(line) && asking.test(line);
  const topic = programmeTopic.test(line);
  const found: Signal[] = [];
  for (const [signal, patterns] of tables) {
    const alarm = signal === 'safety' || signal === 'security' || signal === 'legal';
    if (alarm && (topic || (supposed && !happening(line)))) continue;
    if (patterns.some((pattern) => pattern.test(line))) found.push(signal);
  }
  if (isUpset(text, line)) found.push('upset');
  return found;
}

/** Words that place a matter in the present in spite of an "if" elsewhere in the message. */
function happening(line: string): boolean {
  return /\b(?:right now|just now|currently|at the moment|help me|please help|is (?:harassing|following|threatening|stalking) me|i(?:'ll| will) sue)\b/.test(
    line,
  );
}

function isUpset(original: string, line: string): boolean {
  if (strongAngerPatterns.some((pattern) => pattern.test(line))) return true;
  const words = original.match(/\p{L}{2,}/gu) ?? [];
  const shouted = words.filter((word) => word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase());
  const shouting = words.length >= 4 && shouted.length / words.length > 0.6;
  const mild = mildAngerPatterns.filter((pattern) => pattern.test(pattern.source.startsWith('!') ? original : line)).length;
  return mild + (shouting ? 1 : 0) >= 2;
}
