import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';

const fewEnough = 5;
const compiled = new WeakMap<TSchema, Validator>();

/** Whether a value fits. The schema is compiled at its first use. */
export function checkOf(schema: TSchema): (value: unknown) => boolean {
  let validator: Validator | undefined;
  return (value) => {
    validator ??= validatorOf(schema);
    return validator.Check(value);
  };
}

/** What is wrong with `value`, in words, at most a few; empty when it fits. */
export function problemsOf(schema: TSchema, value: unknown): readonly string[] {
  const validator = validatorOf(schema);
  return validator.Check(value) ? [] : inWords(validator.Errors(value));
}

function validatorOf(schema: TSchema): Validator {
  const validator = compiled.get(schema) ?? Compile(schema);
  compiled.set(schema, validator);
  return validator;
}

type SchemaError = ReturnType<Validator['Errors']>[number];

function inWords(errors: readonly SchemaError[]): readonly string[] {
  const byPath = new Map<string, SchemaError[]>();
  for (const error of errors) {
    const path = error.instancePath.slice(1).replaceAll('/', '.') || 'it';
    byPath.set(path, [...(byPath.get(path) ?? []), error]);
  }
  return [...byPath].slice(0, fewEnough).map(([path, found]) => `${path} ${expectation(found)}`);
}

/** A union reports every alternative and then itself: the alternatives alone read better. */
function expectation(errors: readonly SchemaError[]): string {
  const alternatives = errors.filter((error) => error.keyword !== 'anyOf');
  const told = alternatives.length > 0 ? alternatives : errors;
  return [...new Set(told.map(phrase))].join(' or ').replaceAll(' or must be ', ' or ');
}

function phrase(error: SchemaError): string {
  const { allowedValue, allowedValues, additionalProperties } = error.params as Record<string, unknown>;
  if (error.keyword === 'const') return `must be ${JSON.stringify(allowedValue)}`;
  if (Array.isArray(allowedValues)) return `must be one of ${allowedValues.join(', ')}`;
  if (Array.isArray(additionalProperties)) return `must not have ${additionalProperties.join(', ')}`;
  return error.message;
}
