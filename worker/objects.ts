import { supportName, supportNames } from './core/addressing';

/** What others call on an agent's object. Text arguments and results that are JSON say of what. */
export interface AgentStub {
  settingsChanged(): Promise<void>;
  runDue(now: number): Promise<number>;
  nextDue(): Promise<number | null>;
}

/** An agent whose proposals people decide on. */
export interface DecidingStub extends AgentStub {
  /** A proposal of this agent was decided or has expired: carries it out, once, and goes on with what waited for it. Safe to repeat. */
  approvalDecided(approvalId: string): Promise<void>;
  /** What a proposal would be with this input (JSON) now. Returns JSON of `Revised`. */
  revise(approvalId: string, input: string): Promise<string>;
  /** Judges waiting proposals under another policy: JSON of `JudgeAgain` to JSON of `Rejudged[]`. */
  judgeAgain(request: string): Promise<string>;
}

export interface SalesStub extends DecidingStub {
  /** Something that campaigns go by has changed, such as an answer, a booking or an edit: looks at them now. */
  campaignsChanged(): Promise<void>;
  /** A call of one of its tools that a person asked for: JSON of `{ name, args, reasoning, requestedBy }` to JSON of its `ToolOutcome`. */
  callTool(request: string): Promise<string>;
}

export interface SupportStub extends DecidingStub {
  fetch(request: Request): Promise<Response>;
  /** Each returns JSON of `Conversation`. */
  /** `by`: the member or key who speaks in the attendee's place. */
  ask(conversationId: string, text: string, locale: string | null, by: string): Promise<string>;
  takeOver(conversationId: string, person: string): Promise<string>;
  handBack(conversationId: string): Promise<string>;
  answerAsPerson(conversationId: string, person: string, text: string): Promise<string>;
  closeConversation(conversationId: string): Promise<string>;
  readConversation(conversationId: string): Promise<string | null>;
  /** JSON of `{ organizationId, documentIds }`. */
  reindex(request: string): Promise<void>;
  /** JSON of `KnowledgeTest`. */
  testQuestion(organizationId: string, question: string): Promise<string>;
  /** What the event's knowledge holds, for other agents: JSON of `Retrieved[]`, at most 12. */
  findPassages(organizationId: string, query: string): Promise<string>;
  /** JSON of `{ consoles, conversations }`. */
  watching(request: string): Promise<void>;
  flush(): Promise<void>;
  /** Takes JSON of `Person`; JSON of what is held of them. */
  findPerson(person: string): Promise<string>;
  /** Takes JSON of `Person`; JSON of what was done. */
  erasePerson(person: string): Promise<string>;
  /** Deletes what was said in conversations that nobody has touched since `before`. Returns how many messages. */
  forgetConversations(before: number): Promise<number>;
}

export interface OrchestratorStub {
  fetch(request: Request): Promise<Response>;
  /** JSON of `ToConsole`. */
  publish(frame: string): Promise<void>;
  approvalChanged(approvalId: string): Promise<void>;
  lookWithin(ms: number): Promise<void>;
  look(): Promise<void>;
  advanceTo(target: number): Promise<number>;
  /** The log has grown: it is sealed within a minute. */
  logGrew(): Promise<void>;
  /** Seals everything that was written so far; JSON of `SealedLog`. */
  sealLog(): Promise<string>;
  /** JSON of `SealedLog`, without sealing. */
  logStanding(): Promise<string>;
  /** Takes JSON of `LogNote`. */
  noteLog(note: string): Promise<void>;
  /** Deletes the rows of the log written before `before`, by the event's clock; their hashes stay. Returns how many. */
  pruneLog(before: number): Promise<number>;
}

/** The support object of a conversation, or of the event as a whole. */
export function supportObject(env: Env, eventId: string, conversationId?: string): SupportStub {
  return stubOf<SupportStub>(env.SUPPORT, supportName(eventId, conversationId));
}

export function supportObjects(env: Env, eventId: string): SupportStub[] {
  return supportNames(eventId).map((name) => stubOf<SupportStub>(env.SUPPORT, name));
}

export function salesObject(env: Env, eventId: string): SalesStub {
  return stubOf<SalesStub>(env.SALES, eventId);
}

/** The object of the agent that made a proposal; null for agents that make none. */
export function decidingObject(env: Env, proposal: { agent: string; eventId: string; conversationId: string | null }): DecidingStub | null {
  switch (proposal.agent) {
    case 'support':
      return supportObject(env, proposal.eventId, proposal.conversationId ?? undefined);
    case 'sales':
      return salesObject(env, proposal.eventId);
    default:
      return null;
  }
}

export function orchestratorOf(env: Env, eventId: string): OrchestratorStub {
  return stubOf<OrchestratorStub>(env.ORCHESTRATOR, eventId);
}

/** All agents' objects of an event. */
export function agentObjects(env: Env, eventId: string): AgentStub[] {
  const quiet = [env.SALES, env.MARKETING, env.OPERATIONS, env.ANALYTICS].map((namespace) => stubOf<AgentStub>(namespace, eventId));
  return [...quiet, ...supportObjects(env, eventId)];
}

/**
 * The generated bindings do not carry the classes: naming them here would tie every route to every object's module. The
 * classes declare `implements`, so that the compiler compares both sides.
 */
function stubOf<T>(namespace: DurableObjectNamespace, name: string): T {
  return namespace.getByName(name) as unknown as T;
}
