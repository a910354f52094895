import { isDeepStrictEqual } from 'node:util';
import { problemsOf } from '../check.ts';
import { type Alternative, alternatives, notUnderstood } from './alternatives.ts';
import { canonical, type JsonSchema } from './contract-document.ts';
import { brokenLimit } from './limits.ts';

/** Who sends values to whom. A receiver that drops the keys it does not know is not broken by new ones. */
export interface Way {
  readonly sender: string;
  readonly may: string;
  readonly receiver: string;
  readonly dropsUnknownKeys: boolean;
}

export interface Misfit {
  readonly path: string;
  readonly what: string;
}

/** The first way in which a value that may be `sent` is not `taken`; null where all are. Undecided counts as one. */
export function misfit(sent: JsonSchema, taken: JsonSchema, path: string, way: Way): Misfit | null {
  if (isDeepStrictEqual(canonical(sent), canonical(taken))) return null;
  const options = alternatives(taken);
  for (const one of alternatives(sent)) {
    const found = options.map((option) => ofAlternative(one, option, path, way));
    if (found.includes(null)) continue;
    const near = found.filter((_, at) => found.length === 1 || one.type === (options[at]?.type ?? 'const'));
    if (near.length === 1) return near[0]!;
    return { path, what: `${may(way, one)}, the ${way.receiver} takes ${named(options)}` };
  }
  return null;
}

function ofAlternative(sent: Alternative, taken: Alternative, path: string, way: Way): Misfit | null {
  if (isDeepStrictEqual(sent, taken)) return null;
  const other = { path, what: `${may(way, sent)}, the ${way.receiver} takes ${named([taken])}` };
  const keyword = notUnderstood(taken);
  if (keyword !== undefined)
    return { path, what: `whether the ${way.receiver}'s "${keyword}" holds cannot be decided` };
  if (taken.type === undefined) return other;
  if (sent.type === undefined) {
    const simple = typeof sent.const !== 'object' || sent.const === null;
    return simple && problemsOf(taken as object, sent.const).length === 0 ? null : other;
  }
  if (sent.type !== taken.type && !(sent.type === 'integer' && taken.type === 'number')) return other;
  const limit = brokenLimit(sent, taken);
  if (limit !== undefined)
    return { path, what: `${may(way, sent)} that breaks the ${way.receiver}'s ${limit} of ${taken[limit]}` };
  if (taken.type === 'array') return ofLists(sent, taken, path, way);
  return taken.type === 'object' ? ofObjects(sent, taken, path, way) : null;
}

function ofLists(sent: Alternative, taken: Alternative, path: string, way: Way): Misfit | null {
  const [sentFirst, sentRest] = itemsOf(sent);
  const [takenFirst, takenRest] = itemsOf(taken);
  // Two items may be the same once the keys that told them apart are dropped.
  const itemWay = taken.uniqueItems ? { ...way, dropsUnknownKeys: false } : way;
  for (let at = 0; at < Math.max(sentFirst.length, takenFirst.length); at += 1) {
    const found = misfit(
      sentFirst[at] ?? sentRest,
      takenFirst[at] ?? takenRest,
      `${path}[${at}]`,
      itemWay,
    );
    if (found !== null) return found;
  }
  return misfit(sentRest, takenRest, `${path}[]`, itemWay);
}

function ofObjects(sent: Alternative, taken: Alternative, path: string, way: Way): Misfit | null {
  const at = (key: string) => (path === '' ? key : `${path}.${key}`);
  const { properties = {}, patternProperties = {}, additionalProperties = true } = sent;
  const named = Object.keys(taken.properties ?? {});
  for (const key of taken.required ?? []) {
    if (!sent.required?.includes(key))
      return { path: at(key), what: `the ${way.receiver} requires it, the ${way.sender} may leave it out` };
  }
  for (const [key, schema] of Object.entries(properties)) {
    const found = ofKey(schema, takenAs(taken, key), at(key), way);
    if (found !== null) return found;
  }
  const unnamed = [...Object.entries(patternProperties), [null, additionalProperties] as const];
  for (const [pattern, schema] of unnamed) {
    const may = (key: string) => !Object.hasOwn(properties, key) && (pattern === null || new RegExp(pattern).test(key));
    for (const key of named.filter(may)) {
      const found = ofKey(schema, takenAs(taken, key), at(key), way);
      if (found !== null) return found;
    }
    const found = ofKey(schema, takenUnnamed(taken, pattern), at('*'), way);
    if (found !== null) return found;
  }
  return null;
}
