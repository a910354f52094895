/** The modules compiled into this executable, which a plan puts somewhere each. */
export const moduleNames: readonly string[] = [
  'aggregation',
  'trend',
  'auth',
  'stable',
  'sessions',
  'gateway',
];

/** Those that need no database, so that they can run in a process beside the server. */
export const movableModules: readonly string[] = ['aggregation', 'trend'];
