import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { InFlight } from './in-flight.ts';
import { inSeconds } from './in-time.ts';
import type { Needs } from './needs.ts';

/** Whoever collects metrics waits for ten seconds or so, and wants the rest of them. */
const secondsForWork = 1;

export interface Metrics {
  /** One request that has been answered. */
  observe(method: string, route: string, status: number, seconds: number): void;
  /** Everything in the text format of Prometheus, and the type of that text. */
  text(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics({
  inFlight,
  sessions,
}: { readonly inFlight: InFlight } & Pick<Needs, 'sessions'>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const durations = new Histogram({
    name: 'piaffe_http_request_duration_seconds',
    help: 'How long requests took to be answered, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60, 600],
    registers,
  });
  new Gauge({
    name: 'piaffe_http_requests_in_flight',
    help: 'Requests at work, by kind',
    labelNames: ['load'],
    registers,
    collect() {
      for (const [load, count] of Object.entries(inFlight.atWork)) this.set({ load }, count);
    },
  });
  new Gauge({
    name: 'piaffe_sessions',
    help: 'The work list: sessions by state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      // Where nobody can say it, the numbers are missing; the rest is still worth having.
      const work = await sessions.work({}, { deadline: inSeconds(secondsForWork) }).catch(() => null);
      if (work === null) return;
      for (const state of ['queued', 'running', 'done', 'failed', 'quarantined'] as const) {
        this.set({ state }, work[state]);
      }
    },
  });

  return {
    contentType: registry.contentType,
    observe: (method, route, status, seconds) => durations.observe({ method, route, status }, seconds),
    text: () => registry.metrics(),
  };
}
