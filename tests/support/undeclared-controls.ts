import { z } from 'zod';
import type { Tool } from '../../worker/agents/define-tool';
import { jsonSchemaOf } from '../../worker/models/tool-schema';

const steers =
  /(?:id|ids|code|ref|key|email|mail|address|addresses|recipients?|to|cc|bcc|phone|number|amount|price|total|minor|percent|discount|currency|count|quantity|capacity|budget|url|uri|link|host|domain|image|at|on|date|time|day|from|until|deadline|starts|ends|when|delay|hours|minutes)$/i;
const wholeWord =
  /^(?:to|cc|bcc|at|on|from|until|when|when|target|who|company|contact|sponsor|speaker|vendor|room|channel|audience|segment|price|amount)$/i;

/** Inputs that by name or form say who, how much, what, where or when, and for which a tool declares no control. */
export function undeclaredControls({ input, controls }: Pick<Tool, 'input' | 'controls'>): string[] {
  const properties = z.record(z.string(), z.unknown()).parse(jsonSchemaOf(input).properties);
  return Object.entries(properties).flatMap(([name, schema]) => (looksSteering(name, schema) && !(name in controls) ? [name] : []));
}

function looksSteering(name: string, schema: unknown): boolean {
  const form = JSON.stringify(schema);
  if (/"format":"(?:email|uri|url|date|date-time|time|uuid|hostname)"|"minor"|"type":"(?:number|integer)"/.test(form)) return true;
  const last =
    name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll('_', ' ')
      .split(' ')
      .at(-1) ?? '';
  return wholeWord.test(name) || new RegExp(`^${steers.source}`, 'i').test(last);
}
