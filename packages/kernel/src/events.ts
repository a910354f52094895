/** What a host tells of its processes, for a log. `output` are lines that a child printed. */
export interface HostEvent {
  readonly kind: 'starting' | 'up' | 'ended' | 'unlimited' | 'output';
  readonly level: 'info' | 'warn';
  readonly process: string;
  readonly pid: number | null;
  readonly message: string;
}

/** How a module is, as the host last saw it. */
export interface PartStatus {
  readonly module: string;
  readonly shape: 'here' | 'process';
  /** The name of its process; null for one that is here. */
  readonly process: string | null;
  readonly state: 'up' | 'starting' | 'down';
  /** Since when it is in that state, ISO 8601 in UTC. */
  readonly since: string;
  /** How often its process was started again. */
  readonly restarts: number;
  /** Why its process last ended by itself; null when it never did. */
  readonly lastProblem: string | null;
  readonly pid: number | null;
}
