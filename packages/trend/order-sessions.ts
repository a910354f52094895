import type { Quality } from '@piaffe/aggregation/contract';
import { Failure } from '@piaffe/kernel';
import { type Day, dayTeller } from './measures/calendar.ts';
import type { TimeMetric, TrendMetric } from './schemas/metric-names.ts';
import type { TrendInput, TrendSession } from './schemas/trend-input.ts';

const mostYears = 60;
const yearMilliseconds = 365.25 * 86_400_000;

export type Values = readonly (number | null)[];

/** What is asked, in order of time, nothing later than `until`. */
export interface Ordered {
  readonly sessions: readonly TrendSession[];
  /** Of each session, in ms since 1970. */
  readonly instants: readonly number[];
  readonly until: number | null;
  readonly dayAt: (instant: number) => Day;
  values(name: TrendMetric): { readonly values: Values; readonly qualities: readonly Quality[] } | null;
  /** Null where nothing is known of it. */
  times(name: TimeMetric): Values | null;
}

/** Throws the Failure `sessions-not-valid` where the parts of the input do not fit together. */
export function orderSessions(input: TrendInput): Ordered {
  const { sessions, metrics, times } = input;
  const all = sessions.map(({ id, startedAt }) => instantOf(startedAt, `the start of session ${id}`));
  const twice = firstTwice(sessions.map(({ id }) => id));
  if (twice !== null) throw notValid(`session ${twice} is there twice`);
  for (const columns of [metrics, times]) {
    const named = firstTwice(columns.map(({ name }) => name));
    if (named !== null) throw notValid(`the column ${named} is there twice`);
    for (const { name, ...column } of columns) {
      for (const each of Object.values(column)) {
        if (each.length !== sessions.length) {
          throw notValid(`the column ${name} has ${each.length} entries for ${sessions.length} sessions`);
        }
      }
    }
  }
  const until = input.until === null ? null : instantOf(input.until, '`until`');
  const order = sessions
    .map((_, index) => index)
    .filter((index) => until === null || all[index] <= until)
    .sort((a, b) => all[a] - all[b] || (sessions[a].id < sessions[b].id ? -1 : 1));
  const instants = order.map((index) => all[index]);
  const last = until ?? instants.at(-1);
  if (last !== undefined && last - instants[0] > mostYears * yearMilliseconds) {
    throw notValid(
      `from the first session (${sessions[order[0]].startedAt}) on it is more than ${mostYears} years`,
    );
  }
  const inOrder = <T>(column: readonly T[]) => order.map((index) => column[index]);
  const timesByName = new Map(times.map(({ name, values }) => [name, inOrder(values)]));
  return {
    sessions: inOrder(sessions),
    instants,
    until: last ?? null,
    dayAt: dayTellerOf(input.timeZone),
    values(name) {
      const column = metrics.find((each) => each.name === name);
      return column ? { values: inOrder(column.values), qualities: inOrder(column.qualities) } : null;
    },
    times: (name) => timesByName.get(name) ?? null,
  };
}

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** In ms since 1970. */
function instantOf(text: string, what: string): number {
  const instant = isoInstant.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) throw notValid(`${what} is no instant of ISO 8601 with offset: ${text}`);
  return instant;
}

function dayTellerOf(timeZone: string): (instant: number) => Day {
  try {
    return dayTeller(timeZone);
  } catch {
    throw notValid(`there is no time zone ${timeZone}`);
  }
}

function firstTwice(names: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return null;
}

const notValid = (detail: string) => new Failure('sessions-not-valid', { detail });
