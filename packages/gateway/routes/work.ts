import { sessionsContract, WorkStatus } from '@piaffe/sessions/contract';
import { administering } from '../access.ts';
import type { App } from '../app.ts';
import type { RouteNeeds } from '../route-needs.ts';

const { work } = sessionsContract.operations;

export function workRoutes(app: App, { sessions }: RouteNeeds): void {
  app.get(
    '/work',
    {
      schema: {
        operationId: 'getWork',
        summary: 'How much is still to be analysed, in numbers',
        tags: ['administration'],
        response: { 200: WorkStatus },
      },
      config: { ...administering, asks: [work] },
    },
    () => sessions.work({}),
  );
}
