import type { TSchema } from 'typebox';
import { checkOf } from '../check.ts';
import type { Alternative } from './alternatives.ts';

/** What a provider with another contract answered, without the keys that the consumer's schema does not know. */
export function knownOf(schema: TSchema | boolean, answered: unknown): unknown {
  if (typeof schema !== 'object' || typeof answered !== 'object' || answered === null) return answered;
  const {
    anyOf,
    items,
    properties = {},
    patternProperties = {},
    additionalProperties,
  } = schema as Alternative;
  if (Array.isArray(anyOf)) {
    if (anyOf.some((one) => checkOf(one)(answered))) return answered;
    const cleaned = anyOf.map((one) => ({ one, known: knownOf(one, answered) }));
    return cleaned.find(({ one, known }) => checkOf(one)(known))?.known ?? answered;
  }
  if (Array.isArray(answered)) return answered.map((item) => knownOf(items ?? true, item));
  const forms = Object.entries(patternProperties);
  const schemaOf = (key: string) =>
    Object.hasOwn(properties, key)
      ? properties[key]!
      : (forms.find(([form]) => new RegExp(form).test(key))?.[1] ?? additionalProperties ?? true);
  const known = Object.entries(answered).filter(([key]) => schemaOf(key) !== false);
  return Object.fromEntries(known.map(([key, value]) => [key, knownOf(schemaOf(key), value)]));
}
