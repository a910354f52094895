export type { Files } from '@piaffe/aggregation/create';

/**
 * The modules compiled into this executable, by their names; what `compose` puts together. Each is loaded where it is
 * created: a process that leaves one to another process starts sooner and stays smaller without its code.
 */
export const modules = {
  aggregation: () => import('@piaffe/aggregation/create'),
  trend: () => import('@piaffe/trend/create'),
  auth: () => import('@piaffe/auth/create'),
  stable: () => import('@piaffe/stable/create'),
  sessions: () => import('@piaffe/sessions/create'),
  gateway: () => import('@piaffe/gateway/create'),
} as const;

export const moduleNames: readonly string[] = Object.keys(modules);

/** Those that need no database, so that they can run in a process beside the server. */
export const movableModules: readonly string[] = ['aggregation', 'trend'];
