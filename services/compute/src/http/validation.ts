import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { Refusal } from './problems.ts';

/** Checks the query of a request. A schema is compiled at its first use. */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  let validator: Validator | undefined;
  return (given: unknown) => {
    validator ??= Compile(schema);
    const value = withTypes(schema, given);
    if (validator.Check(value)) return { value };
    const problems = validator.Errors(value).slice(0, 5).map(inWords);
    return {
      error: new Refusal(
        'input-not-valid',
        `Not valid in the ${httpPart === 'params' ? 'path' : 'query'}: ${problems.join('; ')}.`,
      ),
    };
  };
};

/** A query is text; what its schema wants as a number, or as true or false, is made one. */
function withTypes(schema: TSchema, given: unknown): unknown {
  const { properties = {} } = schema as { properties?: Readonly<Record<string, { type?: string }>> };
  const typed: Record<string, unknown> = { ...(given as object) };
  for (const [name, { type }] of Object.entries(properties)) {
    const text = typed[name];
    if (typeof text !== 'string') continue;
    if (type === 'boolean' && (text === 'true' || text === 'false')) typed[name] = text === 'true';
    if (type === 'number' && /^-?\d{1,15}(\.\d+)?$/.test(text)) typed[name] = Number(text);
  }
  return typed;
}

function inWords({ instancePath, params, message }: ReturnType<Validator['Errors']>[number]): string {
  const { allowedValues, additionalProperties } = params as Record<string, unknown>;
  if (Array.isArray(additionalProperties)) return `${additionalProperties.join(', ')} is not known here`;
  const field = instancePath.slice(1);
  if (Array.isArray(allowedValues)) return `${field} must be one of ${allowedValues.join(', ')}`;
  return `${field} ${message}`.trim();
}
