/** `2025-11-04T16:12` on the clocks of a time zone, as an instant with its offset: `2025-11-04T16:12:00+01:00`. */
export function instantIn(timeZone: string, local: string): string {
  const asIfUtc = Date.parse(`${withSeconds(local)}Z`);
  // The offset before the change of clocks may be another than after it: the second look is at the right side of it.
  const guess = asIfUtc - offsetMinutes(timeZone, asIfUtc) * 60_000;
  const offset = offsetMinutes(timeZone, guess);
  return `${withSeconds(local)}${offsetText(offset)}`;
}

/** What the clocks of a time zone show at an instant, as `instantIn` takes it: `2025-11-04T16:12:07`. */
export function clocksIn(timeZone: string, instant: string): string {
  const at = Date.parse(instant);
  return new Date(at + offsetMinutes(timeZone, at) * 60_000).toISOString().slice(0, 19);
}

function withSeconds(local: string): string {
  return /T\d\d:\d\d$/.test(local) ? `${local}:00` : local;
}

function offsetMinutes(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return Math.round((shown - Math.floor(at / 1000) * 1000) / 60_000);
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
