import { closed } from '@piaffe/kernel';
import { reading } from '../access.ts';
import type { App } from '../app.ts';
import { gatewayFeatures } from '../declared-needs.ts';
import { Degraded, lostNow } from '../degraded.ts';
import type { RouteNeeds } from '../route-needs.ts';

export function degradedRoutes(app: App, { health }: RouteNeeds): void {
  app.get(
    '/degraded',
    {
      schema: {
        operationId: 'getDegraded',
        summary: 'What nobody can do at the moment, and what one gets instead; empty while all is well',
        description: 'What was last seen: nobody is asked for it.',
        tags: ['about'],
        response: { 200: closed({ degraded: Degraded }) },
      },
      config: reading,
    },
    () => ({ degraded: lostNow(health(), gatewayFeatures) }),
  );
}
