import { isDeepStrictEqual } from 'node:util';
import { problemsOf } from '../check.ts';
import { type Alternative, alternatives, named, notUnderstood } from './alternatives.ts';
import { canonical, type JsonSchema } from './contract-document.ts';
import { brokenLimit } from './limits.ts';
import { itemPlaces, keyPlaces, type Place } from './places.ts';

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
    return near.length === 1 ? near[0]! : { path, what: mismatch(one, options, way) };
  }
  return null;
}

function ofAlternative(sent: Alternative, taken: Alternative, path: string, way: Way): Misfit | null {
  if (isDeepStrictEqual(sent, taken)) return null;
  const keyword = notUnderstood(taken);
  if (keyword !== undefined)
    return { path, what: `it cannot be told whether the ${way.receiver}'s "${keyword}" holds` };
  if (sent.type === undefined && typeof sent.const !== 'object' && taken.type !== undefined)
    return problemsOf(taken, sent.const).length === 0 ? null : { path, what: mismatch(sent, [taken], way) };
  const fits = sent.type === taken.type || (sent.type === 'integer' && taken.type === 'number');
  if (taken.type === undefined || !fits) return { path, what: mismatch(sent, [taken], way) };
  const limit = brokenLimit(sent, taken);
  if (limit !== undefined)
    return {
      path,
      what: `${mayBe(sent, way)} that breaks the ${way.receiver}'s ${limit} of ${taken[limit]}`,
    };
  if (taken.type !== 'object' && taken.type !== 'array') return null;
  return taken.type === 'object' ? ofObjects(sent, taken, path, way) : ofLists(sent, taken, path, way);
}

function ofLists(sent: Alternative, taken: Alternative, path: string, way: Way): Misfit | null {
  // Two items may become the same once the keys that told them apart are dropped.
  const itemWay = taken.uniqueItems ? { ...way, dropsUnknownKeys: false } : way;
  return firstMisfit(itemPlaces(sent, taken), (name) => path + name, itemWay);
}

function ofObjects(sent: Alternative, taken: Alternative, path: string, way: Way): Misfit | null {
  const pathOf = (key: string) => (path === '' ? key : `${path}.${key}`);
  const missing = taken.required?.find((key) => !sent.required?.includes(key));
  if (missing !== undefined) {
    const what = `the ${way.receiver} requires it, the ${way.sender} may leave it out`;
    return { path: pathOf(missing), what };
  }
  return firstMisfit(keyPlaces(sent, taken, way.dropsUnknownKeys), pathOf, way);
}

function firstMisfit(places: Iterable<Place>, pathOf: (name: string) => string, way: Way): Misfit | null {
  for (const { name, sent, taken } of places) {
    for (const schema of taken) {
      const found = misfit(sent, schema, pathOf(name), way);
      if (found !== null) return found;
    }
  }
  return null;
}

function mismatch(sent: Alternative, taken: readonly Alternative[], way: Way): string {
  return `${mayBe(sent, way)}, the ${way.receiver} takes ${named(taken)}`;
}

function mayBe(sent: Alternative, { sender, may }: Way): string {
  return `the ${sender} ${may} ${named([sent])}`;
}
