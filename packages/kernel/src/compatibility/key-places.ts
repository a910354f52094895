import type { Alternative } from './alternatives.ts';
import type { JsonSchema } from './contract-document.ts';

/** The form of any key, as records have it. */
const anyKey = '^.*$';

/** What may be sent under a key, and what has to take it. */
export interface Place {
  readonly key: string;
  readonly sent: JsonSchema;
  readonly taken: JsonSchema;
}

/**
 * The keys of two objects: those that the sender names, those that only the receiver names where the sender may use
 * them, and all others, as `*`. A receiver that drops unknown keys takes anything there.
 */
export function* keyPlaces(sent: Alternative, taken: Alternative, dropsUnknown: boolean): Generator<Place> {
  const { properties: sentKeys = {}, patternProperties: sentPatterns = {} } = sent;
  const { properties: takenKeys = {}, patternProperties = {}, additionalProperties = true } = taken;
  const patterns = Object.entries(patternProperties);
  const rest = additionalProperties === false && dropsUnknown ? true : additionalProperties;
  const takenAt = (key: string) => {
    const matching = patterns.filter(([form]) => new RegExp(form).test(key)).map(([, schema]) => schema);
    const all = Object.hasOwn(takenKeys, key) ? [takenKeys[key]!, ...matching] : matching;
    return all.length > 0 ? all : [rest];
  };
  for (const [key, schema] of Object.entries(sentKeys))
    for (const one of takenAt(key)) yield { key, sent: schema, taken: one };
  const open = Object.keys(takenKeys).filter((key) => !Object.hasOwn(sentKeys, key));
  const forms = {
    ...sentPatterns,
    ...(Object.hasOwn(sentPatterns, anyKey) ? {} : { '': sent.additionalProperties ?? true }),
  };
  for (const [form, schema] of Object.entries(forms)) {
    for (const key of open.filter((name) => new RegExp(form).test(name)))
      for (const one of takenAt(key)) yield { key, sent: schema, taken: one };
    const others = patterns.filter(([pattern]) => form !== '' || !Object.hasOwn(sentPatterns, pattern));
    for (const [, one] of others) yield { key: '*', sent: schema, taken: one };
    if (!patterns.some(([pattern]) => pattern === form || pattern === anyKey))
      yield { key: '*', sent: schema, taken: rest };
  }
}
