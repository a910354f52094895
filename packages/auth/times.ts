export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** `milliseconds` after `moment`, as the text that is stored. */
export function instantAfter(moment: Date, milliseconds: number): string {
  return new Date(moment.getTime() + milliseconds).toISOString();
}
