import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { Problem } from './problems.ts';
import { Refusal } from './refusal.ts';

type Place = NonNullable<Problem['errors']>[number]['in'];
type SchemaError = ReturnType<Validator['Errors']>[number];

const places: Readonly<Record<string, Place>> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'headers',
};
const fewEnough = 5;

/** Checks a part of a request. A schema is compiled at its first use, since most are not used soon after the start. */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart = '' }) => {
  const place = places[httpPart] ?? 'body';
  let validator: Validator | undefined;
  return (given: unknown) => {
    validator ??= Compile(schema);
    const value = place === 'body' ? given : withTypes(schema, given);
    if (validator.Check(value)) return { value };
    return { error: refusal(place, validator.Errors(value)) };
  };
};

/** A query is text; what its schema wants as a number, as true or false, or as a list is made one. */
function withTypes(schema: TSchema, given: unknown): unknown {
  const { properties = {} } = schema as { properties?: Readonly<Record<string, { type?: string }>> };
  const typed: Record<string, unknown> = { ...(given as object) };
  for (const [name, { type }] of Object.entries(properties)) {
    const text = typed[name];
    if (typeof text !== 'string') continue;
    if (type === 'array') typed[name] = [text];
    if (type === 'boolean' && (text === 'true' || text === 'false')) typed[name] = text === 'true';
    if ((type === 'integer' || type === 'number') && /^-?\d{1,15}(\.\d+)?$/.test(text))
      typed[name] = Number(text);
  }
  return typed;
}

function refusal(place: Place, found: readonly SchemaError[]): Refusal {
  const byField = Map.groupBy(found.flatMap(findings), ({ field }) => field);
  const errors = [...byField].slice(0, fewEnough).map(([field, of]) => ({
    in: place,
    field,
    message: [...new Set(of.map(({ message }) => message))].join(' or ').replaceAll(' or must be ', ' or '),
  }));
  const detail = errors.map(({ field, message }) => `${field || `the ${place}`} ${message}`).join('; ');
  return new Refusal('input-not-valid', `Not valid in the ${place}: ${detail}.`, { errors });
}

/** What one error of a schema says about which fields. A union reports itself behind its alternatives, which say it better. */
function findings(error: SchemaError): readonly { readonly field: string; readonly message: string }[] {
  const { keyword, instancePath, params, message } = error;
  const { allowedValue, allowedValues, requiredProperties } = params as Record<string, unknown>;
  const path = instancePath.slice(1).split('/').filter(Boolean);
  const field = path.join('.');
  if (keyword === 'anyOf' || keyword === 'additionalProperties') return [];
  if (keyword === 'boolean') return [{ field, message: 'is not known here' }];
  if (keyword === 'const') return [{ field, message: `must be ${JSON.stringify(allowedValue)}` }];
  if (Array.isArray(allowedValues)) return [{ field, message: `must be one of ${allowedValues.join(', ')}` }];
  if (Array.isArray(requiredProperties)) {
    return requiredProperties.map((name) => ({ field: [...path, name].join('.'), message: 'is missing' }));
  }
  return [{ field, message }];
}
