import type { z } from 'zod';
import type { Offer } from '../core/embedded-model/types';
import type { IdKind } from '../core/ids';
import type { EffectClass } from '../core/policy/risk';
import { evaluate, type Rule } from '../core/policy/rule';
import type { Verdict } from '../core/policy/verdict';
import type { ControlKind, Provenance, Source } from '../core/provenance/ledger';
import type { MailCommand, NewCommand } from '../ports/commands';
import type { Letterhead, MailComposer } from '../ports/mail-composer';
import type { AgentPolicy, EventRecord, RecordChange, RecordsPort } from '../ports/records';
import type { SearchPort } from '../ports/search';
import { hiddenSales, type SalesAccess } from './sales/access';

/** What each effect class may stage: the compiler keeps a `read` from writing and all but `money` from moving money. */
export interface Staged<O> {
  read: { output: O };
  record: { output: O; changes?: RecordChange[]; handover?: HandoverRequest };
  outbound: { output: O; changes?: RecordChange[]; commands: MailCommand[] };
  money: { output: O; changes: RecordChange[]; commands: NewCommand[] };
  access: { output: O; changes: RecordChange[]; commands: MailCommand[] };
}

export interface HandoverRequest {
  reason: string;
  summary: string;
}

/** Who the agent is talking to, as proved; never as claimed. */
export interface Holder {
  orderId: string;
  email: string;
}

/** What a tool gets. Time, ids and secrets are passed in; nothing here calls out. */
export interface ToolContext {
  event: EventRecord;
  policy: AgentPolicy;
  records: RecordsPort;
  search: SearchPort;
  composer: MailComposer;
  letterhead: Letterhead;
  payments: { provider: 'stripe' | 'ledger' };
  /** Milliseconds since 1970 by the event's clock. */
  now: number;
  conversationId: string | null;
  holder: Holder | null;
  /** The transfer form that the verified holder filled in, if any. */
  transferForm: { ticketId: string; name: string; email: string } | null;
  /** The member or key who asked the agent for this, if one did: they do not approve it themselves. */
  requestedBy?: string | null;
  newId(kind: IdKind): string;
  /** An unguessable token and its SHA-256 in hex, made before the call so that `execute` stays deterministic. */
  secrets: { ticket: string; undo: string; undoHash: string };
  /** What the run has read and heard so far, and from where. Absent: nothing, so that every control value is the model's own. */
  read?(): Source[];
  /** What the attendee agreed to just now, where the agent talks with one; null for nothing. */
  agreed?(): Offer | null | undefined;
  /** Hosts of the addresses that pages of the knowledge were entered with. */
  pageHosts?: readonly string[];
  /** The records of sales and the ways of its mails; only the sales agent has them. */
  sales?: SalesAccess;
}

/** The result of a call that needs no effect, known once its facts are. */
export class Done<O> {
  constructor(readonly output: O) {}
}

export interface EditableField {
  field: string;
  label: string;
  kind: 'text' | 'multiline' | 'money' | 'number';
}

export interface ToolDefinition<N extends string, E extends EffectClass, I, O, F, P> {
  name: N;
  description: string;
  effect: E;
  /** One of the activity types of the agent's log. */
  activity: string;
  /** Where one tool does several kinds of things: the activity type of this call. */
  activityFor?(input: I): string;
  /** What its output is worth as a source of control values; `untrusted_text` takes the acting tools away from whoever reads it. */
  provenance: Provenance;
  input: z.ZodType<I>;
  output: z.ZodType<O>;
  /** Everything that policy, preview and execution read, loaded once. `Done` ends the call without an effect. */
  facts(input: I, context: ToolContext): Promise<F | Done<O>>;
  /** The rules that hold for this tool, beside those of mode and dial and its limits. */
  rules: readonly Rule<P>[];
  /** What its rules read. */
  policy(situation: { input: I; facts: F; context: ToolContext }): P;
  execute(situation: { input: I; facts: F; context: ToolContext }): Promise<Staged<O>[E]> | Staged<O>[E];
  /** A shorter form of the output: what a language model reads, and what the activity log keeps. The output itself by default. */
  forModel?(output: O): unknown;
  forLog?(output: O): Record<string, unknown>;
}

/** What every tool with an effect adds: how risky, under which key, and what a person is shown. */
export interface EffectDescription<I, F> {
  /** Inputs that say who, how much, what, where or when: only trusted values pass without a person. */
  controls: { [K in keyof I]?: ControlKind };
  /** Trusted sources among the facts: the verified order, what the refund table gives, the holder's own form. */
  sources(situation: { facts: F; context: ToolContext }): Source[];
  idempotencyKey(situation: { input: I; facts: F; context: ToolContext }): string;
  preview(situation: { input: I; facts: F; context: ToolContext }): { title: string; lines: [string, string][] };
  risk(situation: { input: I; facts: F }): { amount: number; reach: number; reversible: boolean; trusted: boolean };
  /** Facts that must not have moved between a person's look and the execution. */
  bound(facts: F): Record<string, unknown>;
  editable: EditableField[];
  evidence?(situation: { input: I; facts: F }): { label: string; text: string }[];
}

type Acting = Exclude<EffectClass, 'read' | 'record'>;

/** What a rule is, without its facts' type. */
export type RuleInfo = Omit<Rule<never>, 'judge'>;

/** A tool with its types hidden, as the registry holds it. Input and facts are opaque between its own functions. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly effect: EffectClass;
  readonly activity: string;
  /** The activity type of a call with this input; `activity` for anything that is no input of this tool. */
  activityFor(input: unknown): string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly provenance: Provenance;
  readonly controls: Readonly<Record<string, ControlKind>>;
  readonly editable: EditableField[];
  /** Its own rules, as data. */
  readonly rules: readonly RuleInfo[];
  /** `output` must have passed this tool's output schema. */
  forModel(output: unknown): unknown;
  forLog(output: unknown): Record<string, unknown>;
  /** Parses, loads facts and prepares the call; `problem` names what is wrong with the input. */
  prepare(args: unknown, context: ToolContext): Promise<{ problem: string } | { done: unknown } | PreparedCall>;
}

/** A call that was parsed and whose facts were read; the pipeline decides whether `stage` runs. */
export interface PreparedCall {
  input: Record<string, unknown>;
  /** Of its own rules, those that spoke. */
  verdicts: Verdict[];
  effect: EffectDescriptionOf | null;
  /** Runs `execute`, once however often it is asked: what was checked is what is committed. */
  stage(): Promise<StagedCall>;
  /** The commands as `execute` would stage them at `at` (ms), with placeholders for ids and secrets: for people to look at. */
  render(at: number): Promise<NewCommand[]>;
}

export interface EffectDescriptionOf {
  idempotencyKey: string;
  preview: { title: string; lines: [string, string][] };
  risk: { amount: number; reach: number; reversible: boolean; trusted: boolean };
  bound: Record<string, unknown>;
  evidence: { label: string; text: string }[];
  sources: Source[];
}

export interface StagedCall {
  output: unknown;
  changes: RecordChange[];
  commands: NewCommand[];
  handover: HandoverRequest | null;
}

/** Declares a tool. Nothing outbound compiles without key, preview, risk and bound facts. */
export function defineTool<N extends string, E extends EffectClass, I extends Record<string, unknown>, O, F, P>(
  definition: ToolDefinition<N, E, I, O, F, P> & (E extends Acting ? EffectDescription<I, F> : unknown),
): Tool & { readonly name: N } {
  const effect = describesEffect<I, F>(definition) ? definition : null;
  return {
    name: definition.name,
    description: definition.description,
    effect: definition.effect,
    activity: definition.activity,
    activityFor(input) {
      const parsed = definition.activityFor ? definition.input.safeParse(input) : null;
      return parsed?.success && definition.activityFor ? definition.activityFor(parsed.data) : definition.activity;
    },
    input: definition.input,
    output: definition.output,
    provenance: definition.provenance,
    controls: declaredControls(effect?.controls ?? {}),
    editable: effect?.editable ?? [],
    rules: definition.rules,
    forModel: (output) => (definition.forModel ? definition.forModel(definition.output.parse(output)) : output),
    forLog: (output) => (definition.forLog ? definition.forLog(definition.output.parse(output)) : asRecord(output)),
    async prepare(args, context) {
      const parsed = definition.input.safeParse(args);
      if (!parsed.success)
        return { problem: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'arguments'}: ${issue.message}`).join('; ') };
      const input = parsed.data;
      const facts = await definition.facts(input, context);
      if (facts instanceof Done) return { done: definition.output.parse(facts.output) };
      let staged: Promise<StagedCall> | null = null;
      return {
        input,
        verdicts: evaluate(definition.rules, definition.policy({ input, facts, context })),
        effect: effect && {
          idempotencyKey: effect.idempotencyKey({ input, facts, context }),
          preview: effect.preview({ input, facts, context }),
          risk: effect.risk({ input, facts }),
          bound: effect.bound(facts),
          evidence: effect.evidence?.({ input, facts }) ?? [],
          sources: effect.sources({ facts, context }),
        },
        stage() {
          staged ??= stagedBy(definition, { input, facts, context });
          return staged;
        },
        async render(at) {
          return (await stagedBy(definition, { input, facts, context: withoutSecrets(context, at) })).commands;
        },
      };
    },
  };
}

async function stagedBy<N extends string, E extends EffectClass, I, O, F, P>(
  definition: ToolDefinition<N, E, I, O, F, P>,
  situation: { input: I; facts: F; context: ToolContext },
): Promise<StagedCall> {
  const staged: { output: O; changes?: RecordChange[]; commands?: NewCommand[]; handover?: HandoverRequest } =
    await definition.execute(situation);
  return {
    output: definition.output.parse(staged.output),
    changes: staged.changes ?? [],
    commands: staged.commands ?? [],
    handover: staged.handover ?? null,
  };
}

const hidden = 'hidden-until-sent';

/** The same context without anything that a look at its result could give away. */
function withoutSecrets(context: ToolContext, at: number): ToolContext {
  const { composer } = context;
  return {
    ...context,
    now: at,
    newId: (kind) => `${kind}_${hidden}`,
    secrets: { ticket: hidden, undo: hidden, undoHash: hidden },
    ...(context.sales ? { sales: hiddenSales(context.sales, hidden) } : {}),
    composer: {
      compose: (content, head, to) => composer.compose('secret' in content ? { ...content, secret: hidden } : content, head, to),
    },
  };
}

/** Without the fields that declare nothing. */
function declaredControls(controls: { [field: string]: ControlKind | undefined }): Record<string, ControlKind> {
  return Object.fromEntries(Object.entries(controls).flatMap(([field, kind]) => (kind ? [[field, kind]] : [])));
}

function describesEffect<I, F>(definition: object): definition is EffectDescription<I, F> {
  return 'idempotencyKey' in definition;
}

function asRecord(output: unknown): Record<string, unknown> {
  return typeof output === 'object' && output !== null ? { ...output } : { value: output };
}
