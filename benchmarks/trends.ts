/**
 * The trend of a horse with a thousand rides, from a real server: how long the server takes to answer, as a whole and where
 * the client has it already, and how much goes over the line.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administrator } from '../acceptance/support/api.fixture.ts';
import { shortRides } from '../acceptance/support/rides.fixture.ts';
import { startServer } from '../acceptance/support/server.fixture.ts';
import { median, printFigure, quantile } from './support/figures.ts';
import { multiplySession } from './trends/many-sessions.ts';

const sessions = 1000;
const rounds = 30;
const goalMilliseconds = 150;

const folder = mkdtempSync(join(tmpdir(), 'piaffe-bench-trends-'));
try {
  const { horse, headers } = await withOneRide();
  await using server = await startServer({ folder });
  const url = `${server.url}/api/v1/horses/${horse}/trends`;
  const compressed = { ...headers, 'accept-encoding': 'br' };
  const first = await ask(url, compressed);
  if (first.status !== 200) throw new Error(first.body.toString());
  const plainBytes = (await ask(url, headers)).body.length;
  const anew: number[] = [];
  const again: number[] = [];
  const known: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // Told for another moment each time, which is nothing the server has told before.
    const to = new Date(Date.parse('2026-06-01T00:00:00Z') + round).toISOString();
    anew.push((await ask(`${url}?to=${to}`, compressed)).milliseconds);
    again.push((await ask(`${url}?to=${to}`, compressed)).milliseconds);
    known.push((await ask(url, { ...compressed, 'if-none-match': first.etag })).milliseconds);
  }
  const bytes = `${(first.body.length / 1000).toFixed(0)} of ${(plainBytes / 1000).toFixed(0)} kB`;
  const slow = (of: readonly number[]) => `p95 ${quantile(of, 0.95).toFixed(0)} ms`;
  printFigure(`trends of ${sessions} rides, all metrics, to the last byte`, median(anew), {
    unit: 'ms',
    atMost: goalMilliseconds,
    note: `${slow(anew)}, compressed to ${bytes}; medians of ${rounds} in turns`,
  });
  printFigure('trends, told before', median(again), { unit: 'ms', note: slow(again) });
  printFigure('trends, known to the client', median(known), { unit: 'ms', note: slow(known) });
} finally {
  rmSync(folder, { recursive: true });
}

/** A data folder with a horse that has a thousand rides, and a token of its owner. */
async function withOneRide() {
  const server = await startServer({ folder });
  const api = await administrator(server);
  const horse = await api.addHorse('Luna');
  const { session } = await api.upload(horse, shortRides().ride(0));
  await api.settled(session.id);
  server.kill('SIGTERM');
  await server.ended;
  multiplySession(folder, session.id, sessions);
  return { horse, headers: api.headers };
}

interface Answer {
  readonly status: number;
  readonly etag: string;
  readonly body: Buffer;
  /** From asking to the last byte. */
  readonly milliseconds: number;
}

/** As the bytes come, which fetch would unpack. */
function ask(url: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const asked = request(url, { headers }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      const milliseconds = performance.now() - began;
      resolve({ status: response.statusCode ?? 0, etag: response.headers.etag ?? '', body, milliseconds });
    });
    asked.once('error', reject).end();
  });
}
