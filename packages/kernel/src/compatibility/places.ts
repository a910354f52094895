import type { Alternative } from './alternatives.ts';
import type { JsonSchema } from './contract-document.ts';

/** A place within two lists or objects: what may be sent there, and all that has to take it. */
export interface Place {
  readonly name: string;
  readonly sent: JsonSchema;
  readonly taken: readonly JsonSchema[];
}

/** The places of two lists: those with a schema of their own, then all behind them. */
export function* itemPlaces(sent: Alternative, taken: Alternative): Generator<Place> {
  const [sentFirst, sentRest] = itemsOf(sent);
  const [takenFirst, takenRest] = itemsOf(taken);
  for (let at = 0; at < Math.max(sentFirst.length, takenFirst.length); at += 1)
    yield { name: `[${at}]`, sent: sentFirst[at] ?? sentRest, taken: [takenFirst[at] ?? takenRest] };
  yield { name: '[]', sent: sentRest, taken: [takenRest] };
}

function itemsOf({ items = true, additionalItems = true }: Alternative): [readonly JsonSchema[], JsonSchema] {
  return Array.isArray(items) ? [items, additionalItems] : [[], items as JsonSchema];
}

/**
 * The places of two objects: keys that the sender names, keys that only the receiver names where the sender may use them,
 * and all others, as `*`. A receiver that drops unknown keys takes anything there.
 */
export function* keyPlaces(sent: Alternative, taken: Alternative, dropsUnknown: boolean): Generator<Place> {
  const { properties: sentKeys = {}, patternProperties: sentPatterns = {} } = sent;
  const { properties: takenKeys = {}, patternProperties: takenPatterns = {} } = taken;
  const others = taken.additionalProperties ?? true;
  const rest = others === false && dropsUnknown ? [] : [others];
  const patterns = Object.entries(takenPatterns);
  const takenAt = (key: string) => {
    const own = Object.hasOwn(takenKeys, key) ? [takenKeys[key]!] : [];
    const matching = patterns.filter(([pattern]) => new RegExp(pattern).test(key));
    const all = [...own, ...matching.map(([, schema]) => schema)];
    return all.length > 0 ? all : rest;
  };
  for (const [name, schema] of Object.entries(sentKeys)) yield { name, sent: schema, taken: takenAt(name) };
  const open = Object.keys(takenKeys).filter((key) => !Object.hasOwn(sentKeys, key));
  for (const [form, schema] of [
    ...Object.entries(sentPatterns),
    ['', sent.additionalProperties ?? true] as const,
  ]) {
    for (const name of open.filter((key) => new RegExp(form).test(key)))
      yield { name, sent: schema, taken: takenAt(name) };
    const covered = patterns.some(([pattern]) => pattern === form || pattern === '^.*$');
    const all = patterns.map(([, takenSchema]) => takenSchema);
    yield { name: '*', sent: schema, taken: covered ? all : [...all, ...rest] };
  }
}
