import { scenarios, simulate, toCsv } from '@piaffe/simulator';
import { type Rides, ridesOf } from '../../acceptance/support/rides.fixture.ts';

const secondsOfAnHour = 3600;

/** One hour in an arena at 100 Hz, as CSV. */
export function hourRides(): Rides {
  const lesson = scenarios.find(({ name }) => name === 'lesson')!;
  const longer = [...lesson.legs, ...lesson.legs];
  let left = secondsOfAnHour;
  const legs = longer.flatMap((leg) => {
    const seconds = Math.min(leg.seconds, left);
    left -= seconds;
    return seconds > 0 ? [{ ...leg, seconds }] : [];
  });
  const hour = { ...lesson, name: 'hour', description: 'An hour in an arena', legs };
  return ridesOf(toCsv(simulate(hour, { sampleRateHz: 100 })));
}
