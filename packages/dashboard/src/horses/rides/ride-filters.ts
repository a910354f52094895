/** Which of a horse's rides are listed; it stands in the address. */
export interface RideFilters {
  readonly type: string | null;
  readonly surface: string | null;
  readonly rider: string | null;
  readonly state: State | null;
}

export const states = ['done', 'queued', 'running', 'failed', 'quarantined'] as const;
export type State = (typeof states)[number];

export function rideFiltersOf(query: URLSearchParams): RideFilters {
  return {
    type: query.get('type'),
    surface: query.get('surface'),
    rider: query.get('rider'),
    state: states.find((state) => state === query.get('state')) ?? null,
  };
}

/** The query of the page with other filters; what else stands in it stays. */
export function withFilters(query: URLSearchParams, changes: Partial<RideFilters>): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** What the server is asked for. */
export function askedRides(filters: RideFilters) {
  return {
    ...(filters.type !== null && { type: filters.type }),
    ...(filters.surface !== null && { surface: filters.surface }),
    ...(filters.rider !== null && { rider: filters.rider }),
    ...(filters.state !== null && { state: filters.state }),
  };
}
