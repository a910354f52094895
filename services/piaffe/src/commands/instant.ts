import { InvalidArgumentError } from 'commander';

const form = /^(\d{4}-(\d\d))-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|([+-])(\d\d):(\d\d))$/;

/** Minutes east of UTC that some place on Earth keeps, at least and at most. */
const offsets = { least: -12 * 60, most: 14 * 60 } as const;

/** Date, time and offset after ISO 8601, as they were written. Throws InvalidArgumentError where there is no such instant. */
export function instant(text: string): string {
  const [, yearAndMonth, month, day, hour, minute, second = 0, sign, ...offset] = form.exec(text) ?? [];
  if (yearAndMonth === undefined) {
    throw new InvalidArgumentError('Write date, time and offset, such as 2026-05-01T10:30:00+02:00.');
  }
  if (Number(month) < 1 || Number(month) > 12) {
    throw new InvalidArgumentError(`There is no month ${month}; they are 01 to 12.`);
  }
  const days = new Date(Date.UTC(Number(text.slice(0, 4)), Number(month), 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > days) {
    throw new InvalidArgumentError(`${yearAndMonth} has no day ${day}; it has ${days} days.`);
  }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    throw new InvalidArgumentError('The time of day is from 00:00:00 to 23:59:59.');
  }
  const [hours, minutes] = offset.map((part) => Number(part ?? 0)) as [number, number];
  const minutesEast = (sign === '-' ? -1 : 1) * (hours * 60 + minutes);
  if (minutes > 59 || minutesEast < offsets.least || minutesEast > offsets.most) {
    throw new InvalidArgumentError('The offset from UTC is from -12:00 to +14:00.');
  }
  return text;
}
