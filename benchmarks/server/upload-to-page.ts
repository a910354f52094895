import { setTimeout } from 'node:timers/promises';
import type { Api } from '../../acceptance/support/api.fixture.ts';
import type { Rides } from '../../acceptance/support/rides.fixture.ts';
import { median, printFigure, quantile } from '../support/figures.ts';

const rounds = 20;
const everyMs = 20;

/** From the first byte of the upload to the last byte of what its page shows. */
export async function measureUploadToPage(api: Api, horse: string, rides: Rides): Promise<void> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const bytes = rides.ride(round);
    const began = performance.now();
    const { session } = await api.upload(horse, bytes);
    while ((await api.session(session.id)).state !== 'done') await setTimeout(everyMs);
    await api.json(`/sessions/${session.id}/result`);
    await api.json(`/sessions/${session.id}/series`);
    seconds.push((performance.now() - began) / 1000);
  }
  const size = (rides.ride(0).length / 1e6).toFixed(1);
  printFigure('upload to page', quantile(seconds, 0.95), {
    unit: 's',
    atMost: 2.5,
    note: `p95 of ${rounds} rides of one hour, ${size} MB of CSV each, idle server; median ${median(seconds).toFixed(2)} s`,
  });
}
