import { setTimeout } from 'node:timers/promises';
import type { Session } from '@piaffe/sessions/contract';
import { type Scenario, simulate, straight, toCsv } from '@piaffe/simulator';
import type { Browser } from './browser.fixture.ts';

const shortRide: Scenario = {
  name: 'short ride',
  description: 'a little of two gaits',
  horse: { kind: 'warmblood' },
  legs: [
    { gait: 'walk', seconds: 15, path: straight },
    { gait: 'trot', seconds: 20, path: straight },
  ],
};

/** A ride of 35 s; each seed has other bytes. */
export function rideCsv(seed = 1): string {
  return [...toCsv(simulate(shortRide, { sampleRateHz: 50, seed }))].join('');
}

/** The session of such a ride that was handed in and analysed. */
export async function analysedRide(
  browser: Browser,
  horse: string,
  seed: number,
  query: string,
): Promise<string> {
  const { id } = (await browser.upload(horse, rideCsv(seed), query)).ok<{ session: Session }>().session;
  await analysed(browser, id);
  return id;
}

/** Resolves once a session has its result, or cannot have one. */
export async function analysed(browser: Browser, session: string): Promise<void> {
  for (;;) {
    const { state, computed } = (await browser.get(`/sessions/${session}`)).ok<Session>();
    if (state === 'failed' || (state === 'done' && computed?.current)) return;
    await setTimeout(20);
  }
}
