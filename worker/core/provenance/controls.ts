import { type ControlKind, isTrusted, originOf, type Provenance, type Source } from './ledger';

export interface ControlOrigin {
  /** Name of the input, e.g. `amount`. */
  field: string;
  control: ControlKind;
  value: unknown;
  provenance: Provenance;
  from: string;
}

/** Where each control value of a call came from. Pure; `input` is the parsed input of the call. */
export function controlOrigins(
  controls: Readonly<Record<string, ControlKind>>,
  input: Readonly<Record<string, unknown>>,
  sources: readonly Source[],
): ControlOrigin[] {
  return Object.entries(controls).flatMap(([field, control]) => {
    const value = input[field];
    return value === null || value === undefined ? [] : [{ field, control, value, ...originOf(value, sources) }];
  });
}

export function untrusted(origins: readonly ControlOrigin[]): ControlOrigin[] {
  return origins.filter(({ provenance }) => !isTrusted(provenance));
}
