/** How often to try, and chances that can be had again: PIAFFE_ROUNDS and PIAFFE_SEED say otherwise. */
export function rounds({ short }: { readonly short: number }) {
  const count = Number(process.env.PIAFFE_ROUNDS ?? short);
  const seed = Number(process.env.PIAFFE_SEED ?? Math.floor(Math.random() * 2 ** 31));
  let state = seed;
  /** From 0 to 1 (mulberry32). */
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { count, seed, random };
}
