import { isDeepStrictEqual } from 'node:util';
import { problemsOf } from '../check.ts';
import { type Alternative, alternatives, named } from './alternatives.ts';
import type { JsonSchema } from './contract-document.ts';
import { keyPlaces } from './key-places.ts';
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
  if (isDeepStrictEqual(sent, taken)) return null;
  const options = alternatives(taken);
  for (const one of alternatives(sent)) {
    const found = options.map((option) => ofAlternative(one, option, path, way));
    if (found.includes(null)) continue;
    const alike = found.filter((_, at) => one.type !== undefined && one.type === options[at]!.type);
    if (alike.length === 1) return alike[0]!;
    const { sender, may, receiver } = way;
    return { path, what: `the ${sender} ${may} ${named([one])}, the ${receiver} takes ${named(options)}` };
  }
  return null;
}

function ofAlternative(sent: Alternative, taken: Alternative, path: string, way: Way): Misfit | null {
  const other = { path, what: `the ${way.receiver} takes ${named([taken])}` };
  if (taken.type === undefined) return isDeepStrictEqual(sent, taken) ? null : other;
  if (sent.type === undefined)
    return typeof sent.const !== 'object' && problemsOf(taken, sent.const).length === 0 ? null : other;
  if (sent.type !== taken.type && !(sent.type === 'integer' && taken.type === 'number')) return other;
  const { sender, may, receiver, dropsUnknownKeys } = way;
  const limit = brokenLimit(sent, taken);
  if (limit !== undefined)
    return { path, what: `the ${sender} ${may} ${named([sent])} that breaks the ${receiver}'s ${limit}` };
  // Two items may become the same once the keys that told them apart are dropped.
  const itemWay = taken.uniqueItems ? { ...way, dropsUnknownKeys: false } : way;
  if (taken.type === 'array') return misfit(sent.items ?? true, taken.items ?? true, `${path}[]`, itemWay);
  if (taken.type !== 'object') return null;
  const pathOf = (key: string) => (path === '' ? key : `${path}.${key}`);
  const missing = taken.required?.find((key) => !sent.required?.includes(key));
  if (missing !== undefined)
    return { path: pathOf(missing), what: `the ${receiver} requires it, the ${sender} may leave it out` };
  for (const place of keyPlaces(sent, taken, dropsUnknownKeys)) {
    const found = misfit(place.sent, place.taken, pathOf(place.key), way);
    if (found !== null) return found;
  }
  return null;
}
