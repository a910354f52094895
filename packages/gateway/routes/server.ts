import { closed, nullable } from '@piaffe/kernel';
import { sessionsContract, WorkStatus } from '@piaffe/sessions/contract';
import { trendContract } from '@piaffe/trend/contract';
import { Type } from 'typebox';
import { administering } from '../access.ts';
import type { App } from '../app.ts';
import { PartHealth } from '../contract.ts';
import { inSeconds } from '../in-time.ts';
import type { RouteNeeds } from '../route-needs.ts';

const { work } = sessionsContract.operations;
const { algorithm } = trendContract.operations;
/** Whoever looks how the parts are does so when one does not answer. */
const secondsForNames = 1;
const bytes = Type.Integer({ minimum: 0, description: 'bytes' });

export const Server = closed({
  version: Type.String(),
  node: Type.String(),
  startedAt: Type.String({ description: 'ISO 8601, UTC' }),
  algorithms: closed(
    { aggregation: WorkStatus.properties.algorithm, trend: nullable(algorithm.output) },
    { description: 'null while the part that could say so is away' },
  ),
  disk: closed({
    free: bytes,
    total: bytes,
    database: bytes,
    recordings: Type.Integer({
      minimum: 0,
      description: 'bytes of raw recordings, results and series of all accounts',
    }),
  }),
  parts: Type.Array(PartHealth),
});

export function serverRoutes(
  app: App,
  { config, dataFolder, health, now, sessions, trend }: RouteNeeds,
): void {
  app.get(
    '/admin/server',
    {
      schema: {
        operationId: 'getServer',
        summary: 'Which versions run here, how full the disk is, and how the parts are',
        tags: ['administration'],
        response: { 200: Server },
      },
      config: { ...administering, asks: [work, algorithm] },
    },
    async () => {
      const [disk, ofAggregation, ofTrend] = await Promise.all([
        dataFolder.size(),
        sessions.work({}, { deadline: inSeconds(secondsForNames) }).then(
          ({ algorithm }) => algorithm,
          () => null,
        ),
        trend.algorithm({}, { deadline: inSeconds(secondsForNames) }).catch(() => null),
      ]);
      return {
        version: config.version,
        node: process.versions.node,
        startedAt: new Date(now().getTime() - process.uptime() * 1000).toISOString(),
        algorithms: { aggregation: ofAggregation, trend: ofTrend },
        disk: { ...disk },
        parts: health().map((part) => ({ ...part })),
      };
    },
  );
}
