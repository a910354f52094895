/** A day of the horse as YYYY-MM-DD. */
export type Day = string;

const dayMilliseconds = 86_400_000;

/** Tells the local day of an instant (ms since 1970). Throws a RangeError when there is no such time zone. */
export function dayTeller(timeZone: string): (instant: number) => Day {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const places = format.formatToParts(0).map(({ type }) => type);
  const [year, month, day] = [places.indexOf('year'), places.indexOf('month'), places.indexOf('day')];
  return (instant) => {
    const parts = format.formatToParts(instant);
    return `${parts[year].value}-${parts[month].value}-${parts[day].value}`;
  };
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMilliseconds;
}

export function dayOf(number: number): Day {
  return new Date(number * dayMilliseconds).toISOString().slice(0, 10);
}

/** The Monday of its week, as a day number: weeks begin on Monday (ISO 8601). */
export function mondayOf(number: number): number {
  // 1970-01-01 was a Thursday.
  return number - ((((number + 3) % 7) + 7) % 7);
}
