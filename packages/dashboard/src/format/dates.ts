import { language, locale } from '../language/language.ts';

/** `Tuesday 4 November 2025`, where the horse is. */
export function longDate(instant: string, timeZone: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return withoutComma(format(instant, timeZone, options));
}

/** `Tue 4 Nov`, with the year when it is another one than `now`'s. */
export function shortDate(instant: string, timeZone: string, now = new Date()): string {
  const year = (date: Date | string) => format(date, timeZone, { year: 'numeric' });
  const withYear = year(instant) === year(now) ? {} : ({ year: 'numeric' } as const);
  const options = { weekday: 'short', day: 'numeric', month: 'short', ...withYear } as const;
  return withoutComma(format(instant, timeZone, options));
}

/** `16:12`, where the horse is. */
export function timeOfDay(instant: string, timeZone: string): string {
  return format(instant, timeZone, { hour: '2-digit', minute: '2-digit' });
}

/** `4 Nov 2025, 16:12` */
export function dateAndTime(instant: string, timeZone = ownTimeZone()): string {
  return format(instant, timeZone, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** The zone this machine is in, as an IANA name. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function format(instant: Date | string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(new Date(instant));
}

/** English has no comma after the weekday here; German keeps its own. */
function withoutComma(date: string): string {
  return language === 'en' ? date.replace(',', '') : date;
}
