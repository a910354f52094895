import { closed } from '@piaffe/kernel';
import { gatherResults, type TrendAnswer, trendInput } from '@piaffe/results';
import { TableNotReadable } from '@piaffe/series';
import { Type } from 'typebox';
import type { App } from '../http/app.ts';
import { Refusal } from '../http/problems.ts';
import { wholeBody } from '../http/receive-body.ts';
import { readSessions } from '../trends/read-sessions.ts';
import { goneSignal } from './analyse.ts';
import type { RouteNeeds } from './route-needs.ts';

export const TrendQuery = closed({
  timeZone: Type.Optional(
    Type.String({
      maxLength: 64,
      default: 'UTC',
      description: 'Where days and weeks begin, such as Europe/Berlin',
    }),
  ),
  until: Type.Optional(Type.String({ description: 'Leave out what is later: ISO 8601 with offset' })),
});

const fewEnough = 5;

/** Results or a table of sessions in, the track record of the horse out. */
export function trendRoutes(app: App, { computation, turns, limits }: RouteNeeds): void {
  app.post(
    '/v1/trends',
    { schema: { querystring: TrendQuery } },
    async (request, reply): Promise<TrendAnswer> => {
      const { timeZone = 'UTC', until } = request.query;
      const body = await wholeBody(request, reply, limits);
      const { entries, events } = await readSessions(body).catch((error) => {
        throw error instanceof TableNotReadable ? new Refusal('nothing-usable', error.message) : error;
      });
      const { rides, refused } = gatherResults(entries);
      const horses = [...new Set(rides.flatMap(({ result }) => result.context.horse ?? []))];
      if (horses.length > 1)
        throw new Refusal(
          'several-horses',
          `These are rides of ${horses.join(', ')}; a trend is of one horse.`,
        );
      if (rides.length === 0) {
        const reasons = new Set(refused.slice(0, fewEnough).map(({ problem }) => problem.detail));
        throw new Refusal('nothing-usable', [...reasons].join(' '));
      }
      const input = trendInput(rides, {
        events,
        timeZone,
        until: until?.replace(/ (?=\d\d:?\d\d$)/, '+') ?? null,
      });
      const signal = goneSignal(reply);
      const trend = await turns.do(() => computation.trend.trend(input, { signal }), signal);
      return { refused: [...refused], ...trend };
    },
  );
}
