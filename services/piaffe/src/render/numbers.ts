/** What stands in the place of a number that is missing. */
export const dash = '–';

/** Seconds as 0:05, 12:34 or 1:02:03. */
export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = `${whole % 60}`.padStart(2, '0');
  return hours > 0 ? `${hours}:${`${minutes}`.padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** A share from 0 to 1 in percent; what is there but rounds to nothing is "<1 %". */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded === 0 && share > 0 ? '<1 %' : `${rounded} %`;
}

/** A count with its noun: "1 gap", "3 gaps". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
