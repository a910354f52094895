/**
 * The one of the media types on offer that an Accept header asks for, by RFC 9110; the first where it says nothing. Null
 * where none of them is wanted.
 */
export function preferred<T extends string>(accept: string | undefined, offered: readonly T[]): T | null {
  const wanted = (accept ?? '*/*').split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    const quality = parameters.find((each) => each.startsWith('q='))?.slice(2);
    return { range, quality: quality === undefined ? 1 : Number(quality) };
  });
  const qualityOf = (type: T) => {
    const matching = wanted.filter(({ range }) => isIn(type, range));
    const closest = matching.toSorted((a, b) => closeness(b.range) - closeness(a.range))[0];
    return closest?.quality ?? 0;
  };
  const [best] = offered.toSorted((a, b) => qualityOf(b) - qualityOf(a));
  return best !== undefined && qualityOf(best) > 0 ? best : null;
}

function isIn(type: string, range: string): boolean {
  return range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));
}

const closeness = (range: string) => (range === '*/*' ? 0 : range.endsWith('/*') ? 1 : 2);
