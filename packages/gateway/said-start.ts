import { Refusal } from './refusal.ts';

/** The start a query gives, looked at before the body comes, since it would come in vain. A plus sign that nobody encoded is a space. */
export function saidStart(said: string | undefined): string | null {
  if (said === undefined) return null;
  const startedAt = said.replace(/ (?=\d\d:?\d\d$)/, '+');
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(startedAt)) return startedAt;
  throw new Refusal(
    'started-at-not-valid',
    'The start is a time with its offset, such as 2026-05-01T18:30:00+02:00. Leave it out if it is not known.',
  );
}
