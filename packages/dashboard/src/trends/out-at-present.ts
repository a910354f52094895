import type { OutOfRange, HorseTrend as Trend } from '@piaffe/client';

/** What went outside longer ago is no news. */
const newsDays = 28;
const dayMilliseconds = 86_400_000;

/**
 * What lies outside the horse's own band still, or lay outside three times in a row, within the last four weeks: what
 * is worth most first. Every page counts by this.
 */
export function outAtPresent({ outOfRange, sessions }: Pick<Trend, 'outOfRange' | 'sessions'>, now: Date) {
  const dates = new Map(sessions.map(({ id, at }) => [id, Date.parse(at)]));
  const isNews = ({ sessions, ongoing, advice }: OutOfRange) =>
    (ongoing || advice === 'talk-to-your-vet') &&
    (dates.get(sessions.at(-1) ?? '') ?? 0) > now.getTime() - newsDays * dayMilliseconds;
  return outOfRange
    .filter(isNews)
    .toSorted(
      (a, b) =>
        Number(b.advice === 'talk-to-your-vet') - Number(a.advice === 'talk-to-your-vet') ||
        b.inARow - a.inARow,
    );
}
