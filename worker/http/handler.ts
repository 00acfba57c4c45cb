import type { z } from 'zod';
import type { Api, EndpointKey } from '../contract/api';
import type { Role } from '../contract/common';
import type { CallOutput, Endpoint } from '../contract/endpoint';
import type { Config } from '../env';

/** Who is calling. For `public` and `widget` endpoints `organizationId` is '' and role is null. */
export interface Identity {
  kind: 'user' | 'api_key' | 'anonymous';
  /** User id, or `key:<id>`. */
  actor: string;
  /** How this actor is shown to others. */
  label: string;
  organizationId: string;
  role: Role | null;
}

type Parsed<E extends Endpoint, K extends 'params' | 'query' | 'body'> = E[K] extends z.ZodType ? z.output<E[K]> : undefined;

/** One parsed, authenticated and authorised request. */
export interface Call<E extends Endpoint> {
  params: Parsed<E, 'params'>;
  query: Parsed<E, 'query'>;
  body: Parsed<E, 'body'>;
  identity: Identity;
  env: Env;
  config: Config;
  request: Request;
  requestId: string;
  /** Milliseconds since 1970, real time. */
  now: number;
  waitUntil(work: Promise<unknown>): void;
}

export type Handler<K extends EndpointKey> = (call: Call<Api[K]>) => Promise<CallOutput<Api[K]>>;
/** The handlers of one file of the contract: `satisfies Handlers<typeof eventEndpoints>`. */
export type Handlers<E> = { [K in keyof E & EndpointKey]: Handler<K> };
