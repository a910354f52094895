import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Scenario } from '@piaffe/simulator';
import type { APIResponse, Page } from 'playwright-core';
import { writeRide } from './rides.fixture.ts';
import type { Server } from './server.fixture.ts';

export interface Ridden {
  /** ISO 8601 */
  readonly startedAt: string;
  readonly type: string;
  /** Three minutes in three gaits where it is left out. */
  readonly scenario?: Scenario;
}

/** A horse with rides of three minutes that are all analysed. Returns its id. Another `seed` is another horse. */
export async function addTrackRecord(
  page: Page,
  { scratch, url }: Server,
  { name, rides, seed = 1 }: { name: string; rides: readonly Ridden[]; seed?: number },
): Promise<string> {
  const headers = { origin: url };
  const profile = { name, timeZone: 'Europe/Berlin' };
  const horse = (await kept(await page.request.post('api/v1/horses', { data: profile, headers }))).id;
  for (const [index, { scenario, ...ride }] of rides.entries()) {
    const file = await writeRide(scratch, `${name}-${index}.csv`, seed + index, scenario, seed);
    const query = new URLSearchParams({ horse, name: `${name}-${index}.csv`, ...ride });
    await kept(
      await page.request.post(`api/v1/recordings?${query}`, {
        data: await readFile(file),
        headers: { ...headers, 'content-type': 'application/octet-stream' },
      }),
    );
  }
  for (;;) {
    const { items } = await kept(
      await page.request.get(`api/v1/sessions?horse=${horse}&state=done&limit=200`),
    );
    if (items.length === rides.length) return horse;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** The latest of so many weeks ago, at noon UTC. */
export function weeksAgo(weeks: number): string {
  const noon = new Date(Date.now() - (7 * weeks + 1) * 86_400_000);
  noon.setUTCHours(12, 0, 0, 0);
  return noon.toISOString();
}

async function kept(answer: APIResponse) {
  assert.ok(answer.ok(), await answer.text());
  return answer.json();
}
