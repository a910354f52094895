/** What a host tells of what it runs and asks apart, for a log. `output` are lines that a child printed. */
export interface HostEvent {
  readonly kind: 'starting' | 'up' | 'ended' | 'unlimited' | 'output' | 'changed';
  readonly level: 'info' | 'warn';
  /** The name of the process, or the address. */
  readonly process: string;
  readonly pid: number | null;
  readonly message: string;
}

/** One address of a module that is remote. */
export interface EndpointStatus {
  readonly url: string;
  readonly state: 'up' | 'starting' | 'down';
  readonly since: string;
  readonly breaker: 'closed' | 'open';
  /** Of the contract that is provided there. */
  readonly version: string | null;
  /** Why its contract does not fit; null where it does. */
  readonly refusal: string | null;
  readonly problem: string | null;
}

/** How a module is, as the host last saw it. */
export interface PartStatus {
  readonly module: string;
  readonly shape: 'here' | 'http' | 'process' | 'plugin' | 'remote';
  /** The name of its process; null for one that has none. */
  readonly process: string | null;
  readonly state: 'up' | 'starting' | 'down';
  /** Since when it is in that state, ISO 8601 in UTC. */
  readonly since: string;
  /** How often its process was started again. */
  readonly restarts: number;
  /** Why it is down, or why its process last ended by itself; null when it never did. */
  readonly lastProblem: string | null;
  readonly pid: number | null;
  /** Where it is reached; empty for one that is not remote. */
  readonly endpoints: readonly EndpointStatus[];
}
