import type { TrendInput } from '../contract.ts';
import { type TrendMetric, trendMetricNames } from '../schemas/metric-names.ts';

/** How one metric of a healthy horse behaves from day to day; all in its unit. */
interface Habit {
  /** Of one horse: from, to. */
  readonly usual: readonly [number, number];
  /** Standard deviation from day to day, of one horse: from, to. */
  readonly daily: readonly [number, number];
  /** Up and down over the year, fitness and weather together: at most so far from the middle. */
  readonly season: number;
  /** Standard deviation of what type, surface and rider shift. */
  readonly context: number;
}

/**
 * Wide on purpose. Symmetry: twelve horses measured on several days differed by 3 to 4 mm at the withers between
 * measurements (Hardeman et al. 2019, doi 10.1111/evj.13075) over few strides; sessions have hundreds. The others: our guess.
 */
const habits: Readonly<Record<TrendMetric, Habit>> = {
  'gaits.walk.cadence': { usual: [48, 56], daily: [0.8, 2], season: 1, context: 1.5 },
  'gaits.trot.cadence': { usual: [70, 82], daily: [0.8, 2], season: 1, context: 1.5 },
  'gaits.canter.cadence': { usual: [92, 104], daily: [1, 2.5], season: 1, context: 2 },
  'gaits.walk.elevation': { usual: [2.5, 4], daily: [0.2, 0.5], season: 0.2, context: 0.3 },
  'gaits.trot.elevation': { usual: [8, 13], daily: [0.4, 1], season: 0.6, context: 0.7 },
  'gaits.canter.elevation': { usual: [17, 25], daily: [0.8, 2], season: 1, context: 1 },
  'gaits.walk.regularity': { usual: [6, 8], daily: [0.2, 0.5], season: 0.2, context: 0.3 },
  'gaits.trot.regularity': { usual: [7, 8.5], daily: [0.2, 0.5], season: 0.2, context: 0.3 },
  'gaits.canter.regularity': { usual: [6.5, 8], daily: [0.2, 0.5], season: 0.2, context: 0.3 },
  'symmetry.score': { usual: [6.5, 8.5], daily: [0.25, 0.5], season: 0.1, context: 0.3 },
  'symmetry.minDiff': { usual: [0, 7], daily: [0.8, 1.6], season: 0.4, context: 0.8 },
  'symmetry.maxDiff': { usual: [0, 7], daily: [0.8, 1.6], season: 0.4, context: 0.8 },
  'transitions.count': { usual: [30, 60], daily: [8, 15], season: 5, context: 10 },
  'jumps.count': { usual: [5, 15], daily: [3, 6], season: 2, context: 3 },
  'load.gaitMinutes': { usual: [60, 90], daily: [10, 20], season: 8, context: 10 },
  'heartRate.mean': { usual: [85, 105], daily: [4, 8], season: 6, context: 6 },
  'heartRate.max': { usual: [140, 170], daily: [5, 10], season: 6, context: 6 },
  'heartRate.recovery': { usual: [120, 240], daily: [20, 45], season: 25, context: 15 },
  'position.gaits.walk.speed': { usual: [85, 100], daily: [3, 6], season: 2, context: 3 },
  'position.gaits.trot.speed': { usual: [200, 250], daily: [8, 15], season: 6, context: 8 },
  'position.gaits.canter.speed': { usual: [330, 380], daily: [12, 25], season: 8, context: 10 },
  'position.distance': { usual: [5000, 8000], daily: [800, 1500], season: 500, context: 800 },
};

/** How much of a day’s deviation is still there in the next session. */
const persistence = 0.35;
/** Share of the sessions that are odd for reasons of their own: threefold deviations. */
const odd = 0.02;
/** How much of a deviation all metrics of a session share: a fresh horse, a windy day. */
const shared = 0.4;

interface Asked {
  readonly seed: number;
  readonly sessions: number;
  /** How many combinations of type, surface and rider. */
  readonly contexts?: number;
  readonly names?: readonly TrendMetric[];
  /** Added for good, from that session on. */
  readonly change?: { readonly metric: TrendMetric; readonly from: number; readonly by: number };
}

/** A healthy horse that is ridden about four times a week: correlated days, seasons, contexts, odd sessions. */
export function horseYear({
  seed,
  sessions,
  contexts = 3,
  names = trendMetricNames,
  change,
}: Asked): TrendInput {
  const random = randomNumbers(seed);
  const between = ([from, to]: readonly [number, number]) => from + (to - from) * random();
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const start = Date.UTC(2025, 0, 1, 16);
  let day = 0;
  const days = Array.from({ length: sessions }, () => {
    day += 1 + Math.floor(random() * random() * 4);
    return day;
  });
  const contextOf = days.map(() => Math.floor(random() ** 1.5 * contexts));
  const common = days.map(normal);
  const isOdd = days.map(() => random() < odd);
  const metrics = names.map((name) => {
    const habit = habits[name];
    const [usual, daily, phase] = [between(habit.usual), between(habit.daily), 2 * Math.PI * random()];
    const shifts = Array.from({ length: contexts }, () => habit.context * normal());
    let own = normal();
    const values = days.map((date, i): number => {
      own = persistence * own + Math.sqrt(1 - persistence ** 2) * normal();
      const deviation = daily * (shared * common[i] + Math.sqrt(1 - shared ** 2) * own) * (isOdd[i] ? 3 : 1);
      const season = habit.season * Math.sin((2 * Math.PI * date) / 365 + phase);
      const value = Math.abs(usual + shifts[contextOf[i]] + season + deviation);
      return value + (change?.metric === name && i >= change.from ? change.by : 0);
    });
    return { name, values, qualities: values.map(() => 'good' as const) };
  });
  return {
    sessions: days.map((date, i) => ({
      id: `ride ${i + 1}`,
      startedAt: new Date(start + date * 86_400_000).toISOString(),
      algorithm: 'piaffe-aggregation@1.0.0',
      type: contextOf[i] === 0 ? 'dressage' : 'hacking',
      surface: `surface ${contextOf[i]}`,
      rider: 'rider',
      mount: 'girth',
    })),
    metrics,
    times: [],
    events: [],
    timeZone: 'Europe/Berlin',
    until: null,
  };
}

/** Numbers from 0 to 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
