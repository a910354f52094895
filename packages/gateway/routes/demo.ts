import { closed } from '@piaffe/kernel';
import { Type } from 'typebox';
import { inPerson, reading } from '../access.ts';
import type { App } from '../app.ts';
import { beyondRequest } from '../edge.ts';
import { principalOf } from '../principal.ts';
import type { RouteNeeds } from '../route-needs.ts';

const tags = ['demo'];

export const DemoStatus = closed({
  state: Type.Enum(['none', 'seeding', 'ready', 'removing']),
  done: Type.Integer({ minimum: 0, description: 'Rides that are analysed, or refused' }),
  total: Type.Integer({ minimum: 0, description: 'Rides there will be' }),
});

export function demoRoutes(app: App, { demo }: RouteNeeds): void {
  app.get(
    '/demo',
    {
      schema: {
        operationId: 'getDemo',
        summary: 'How far one’s demo stable is',
        description: 'It belongs to the first administrator; to everybody else there is none.',
        tags,
        response: { 200: DemoStatus },
      },
      config: reading,
    },
    (request) => ({ ...demo.status(principalOf(request)) }),
  );

  app.delete(
    '/demo',
    {
      schema: {
        operationId: 'removeDemo',
        summary: 'Removes the demo stable for good: its horses, riders and rides',
        tags,
        response: { 200: DemoStatus },
      },
      config: { ...inPerson, lasting: true },
    },
    async (request) => {
      await beyondRequest(() => demo.remove(principalOf(request)));
      return { ...demo.status(principalOf(request)) };
    },
  );
}
