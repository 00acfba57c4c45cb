import { z } from 'zod';

type Schema = Record<string, unknown>;

/** The JSON Schema of a tool's input or of a structured reply, as `ToolSpec.parameters` wants it. */
export function jsonSchemaOf(input: z.ZodType): Schema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(input, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
  return schema;
}

/** Keywords that strict function calling understands; the rest is left out, as the pipeline checks it anyway. */
const understood = new Set(['type', 'description', 'enum', 'const', 'anyOf', 'items', 'properties', 'pattern', 'format']);
const formats = new Set(['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uuid']);

/**
 * The schema in the strict form of function calling and structured output: every property required, what was optional
 * nullable, nothing additional. Null when it cannot be said strictly (a record with free keys, a tuple, a reference).
 */
export function strictSchema(schema: Schema): Schema | null {
  try {
    return strict(schema);
  } catch (error) {
    if (error instanceof NotStrict) return null;
    throw error;
  }
}

class NotStrict extends Error {}

function strict(schema: Schema): Schema {
  if ('$ref' in schema || 'allOf' in schema || 'prefixItems' in schema || Array.isArray(schema.items)) throw new NotStrict();
  const out: Schema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'oneOf') out.anyOf = schemasOf(value).map(strict);
    else if (keyword === 'anyOf') out.anyOf = schemasOf(value).map(strict);
    else if (keyword === 'items') out.items = strict(schemaOf(value));
    else if (keyword === 'format' && !formats.has(String(value))) continue;
    else if (keyword !== 'properties' && understood.has(keyword)) out[keyword] = value;
  }
  if (schema.type === 'object') Object.assign(out, strictObject(schema));
  if (Object.keys(out).every((keyword) => keyword === 'description')) throw new NotStrict();
  return out;
}

function strictObject(schema: Schema): Schema {
  if (schema.additionalProperties !== undefined && schema.additionalProperties !== false) throw new NotStrict();
  const required = requiredOf(schema);
  const properties = Object.entries(propertiesOf(schema)).map(([name, property]) => {
    const inner = strict(property);
    return [name, required.has(name) || acceptsNull(inner) ? inner : nullable(inner)] as const;
  });
  return { properties: Object.fromEntries(properties), required: properties.map(([name]) => name), additionalProperties: false };
}

function acceptsNull(schema: Schema): boolean {
  if (schema.type === 'null' || (Array.isArray(schema.type) && schema.type.includes('null'))) return true;
  return schemasOf(schema.anyOf).some(acceptsNull);
}

function nullable(schema: Schema): Schema {
  const { description, ...rest } = schema;
  return { ...(description === undefined ? {} : { description }), anyOf: [rest, { type: 'null' }] };
}

/**
 * What a model wrote under `strictSchema(schema)`, as `schema` itself would have it: a null that stands for an absent
 * optional property is left out. Anything that does not fit is returned as it is, for the pipeline to refuse.
 */
export function withoutNulls(value: unknown, schema: Schema): unknown {
  if (Array.isArray(value)) {
    const items = schemaOf(schema.items);
    return value.map((item) => withoutNulls(item, items));
  }
  if (value === null || typeof value !== 'object') return value;
  const properties = propertiesOf(schema);
  const required = requiredOf(schema);
  const kept = Object.entries(value).filter(([name, item]) => {
    const property = properties[name];
    return item !== null || !property || required.has(name) || acceptsNull(property);
  });
  return Object.fromEntries(kept.map(([name, item]) => [name, withoutNulls(item, schemaFor(item, properties[name]))]));
}

/** The alternative of a union that a value can be meant by: the first with the object's constants, else the schema itself. */
function schemaFor(value: unknown, schema: Schema | undefined): Schema {
  if (!schema) return {};
  const options = schemasOf(schema.anyOf ?? schema.oneOf);
  if (options.length === 0 || value === null || typeof value !== 'object') return schema;
  const fits = (option: Schema) =>
    option.type === (Array.isArray(value) ? 'array' : 'object') &&
    Object.entries(propertiesOf(option)).every(([name, property]) => !('const' in property) || property.const === Reflect.get(value, name));
  return options.find(fits) ?? schema;
}

function isSchema(value: unknown): value is Schema {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function schemaOf(value: unknown): Schema {
  return isSchema(value) ? value : {};
}

function schemasOf(value: unknown): Schema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

function propertiesOf(schema: Schema): Record<string, Schema> {
  return Object.fromEntries(Object.entries(schemaOf(schema.properties)).map(([name, property]) => [name, schemaOf(property)]));
}

function requiredOf(schema: Schema): Set<string> {
  return new Set(Array.isArray(schema.required) ? schema.required.map(String) : []);
}
