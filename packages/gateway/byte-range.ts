import { Refusal } from './refusal.ts';

export interface ByteRange {
  readonly from: number;
  /** The first byte that is not wanted any more. */
  readonly to: number;
}

const form = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * The one range that a Range header asks for; null when it asks for everything, for several ranges at once, or in a way
 * nobody knows, all of which RFC 9110 lets a server answer with the whole.
 */
export function rangeAsked(header: string | undefined, size: number): ByteRange | null {
  const [, first = '', last = ''] = form.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const range =
    first === ''
      ? { from: Math.max(0, size - Number(last)), to: size }
      : { from: Number(first), to: last === '' ? size : Math.min(size, Number(last) + 1) };
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  if (range.from < range.to) return range;
  const detail = `The file has ${size} bytes; ask for some of these.`;
  throw new Refusal('range-not-satisfiable', detail, {}, { 'content-range': `bytes */${size}` });
}
