import { canonicalJson } from '../core/canonical-json';
import { formatAmount } from '../core/money';
import { movedFacts } from '../core/policy/approval';
import type { NewCommand } from '../ports/commands';
import type { NewApproval } from '../ports/commit';
import type { PreparedCall, Tool, ToolContext } from './define-tool';

/** What a person is shown and approves, and its hash: tool, input, preview, facts, policy versions and everything that goes out. */
export type Binding = Pick<NewApproval, 'preview' | 'content' | 'boundFacts' | 'hash'>;

export interface MovedFact {
  fact: string;
  was: unknown;
  is: unknown;
}

/**
 * Binds a prepared call to what it would do, rendered as of `at` (ms, the time it was proposed) with its secrets left out:
 * the same call with the same facts has the same binding, however often it is made.
 */
export async function bindingOf(
  tool: Tool,
  prepared: PreparedCall,
  { policy }: ToolContext,
  at: number,
  sha256: (text: string) => Promise<string>,
): Promise<Binding> {
  const commands = await prepared.render(at);
  const preview = prepared.effect?.preview ?? {
    title: tool.name,
    lines: Object.entries(prepared.input).map(([key, value]): [string, string] => [key, String(value)]),
  };
  const boundFacts = { ...prepared.effect?.bound, agentPolicyVersion: policy.version, eventPolicyVersion: policy.eventVersion };
  const content = commands.map(contentOf);
  const hash = await sha256(canonicalJson({ tool: tool.name, input: prepared.input, preview, boundFacts, commands }));
  return { preview, content, boundFacts, hash };
}

function contentOf(command: NewCommand): NewApproval['content'][number] {
  const { kind, target } = command;
  switch (command.kind) {
    case 'mail.send': {
      const { mail } = command.payload;
      return { kind, target, title: mail.subject, text: `To: ${mail.to.join(', ')}\n\n${mail.text}` };
    }
    case 'calendar.book':
      return { kind, target, title: `Booking for ${command.payload.guest.name}`, text: new Date(command.payload.startsAt).toISOString() };
    case 'calendar.cancel':
      return { kind, target, title: 'Cancellation of a booking', text: command.payload.reason };
    case 'payments.refund': {
      const { amount, buyer, ticketIds, paymentRef } = command.payload;
      const lines = [
        `To: ${`${buyer.name} <${buyer.email}>`.trim()}`,
        `Payment: ${paymentRef}`,
        `Tickets given up: ${ticketIds.join(', ') || 'none'}`,
      ];
      return { kind, target, title: `Refund of ${formatAmount(amount)}`, text: lines.join('\n') };
    }
  }
}

/** What differs between what was approved and what is true now; empty when nothing does. */
export function movedSince(approved: Binding, now: Binding): MovedFact[] {
  const moved = [
    ...movedFacts(approved.boundFacts, now.boundFacts),
    ...movedFacts(Object.fromEntries(approved.preview.lines), Object.fromEntries(now.preview.lines)),
    ...movedContent(approved.content, now.content),
  ];
  // Whatever else the hash covers, such as the look of a mail.
  if (moved.length === 0 && approved.hash !== now.hash) return [{ fact: 'content', was: 'as shown', is: 'rendered differently' }];
  return moved;
}

function movedContent(approved: Binding['content'], now: Binding['content']): MovedFact[] {
  const linesOf = (item: Binding['content'][number] | undefined) =>
    item ? [item.kind, item.target, item.title, ...item.text.split('\n')] : [];
  return Array.from({ length: Math.max(approved.length, now.length) }, (_, place): MovedFact[] => {
    const [was, is] = [linesOf(approved[place]), linesOf(now[place])];
    const line = Array.from({ length: Math.max(was.length, is.length) }, (_none, index) => index).find((index) => was[index] !== is[index]);
    return line === undefined ? [] : [{ fact: `what goes out (${place + 1})`, was: was[line] ?? '', is: is[line] ?? '' }];
  }).flat();
}

const shownCharacters = 120;

/** One line for each, for people: `refundedMinor: was 0, is 10000`. */
export function movedInWords(moved: readonly MovedFact[]): string[] {
  const text = (value: unknown) => {
    const words = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
    return words.length > shownCharacters ? `${words.slice(0, shownCharacters)}…` : words;
  };
  return moved.map(({ fact, was, is }) => `${fact}: was ${text(was)}, is ${text(is)}`);
}
