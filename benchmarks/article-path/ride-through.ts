import type { Api } from '../../acceptance/support/api.fixture.ts';
import { follow } from '../../acceptance/support/event-stream.fixture.ts';

/** What one ride took on its way, in ms. */
export interface RideThrough {
  /** From the first byte of the upload to the receipt: gateway, sessions. */
  readonly kept: number;
  /** From there until it is told that the analysis is done: sessions, aggregation. */
  readonly analysed: number;
  /** The trend of the horse with that ride in it, to the last byte: gateway, sessions, trend. */
  readonly trend: number;
  readonly whole: number;
}

/** Takes a ride along the whole path. */
export async function rideThrough(
  api: Api,
  horse: string,
  ride: Uint8Array<ArrayBuffer>,
): Promise<RideThrough> {
  const began = performance.now();
  const { session } = await api.upload(horse, ride);
  const kept = performance.now();
  {
    await using events = await follow(api, `/sessions/${session.id}/events`);
    await events.until(/^event: done$/m);
  }
  const analysed = performance.now();
  await api.json(`/horses/${horse}/trends`);
  const told = performance.now();
  return { kept: kept - began, analysed: analysed - kept, trend: told - analysed, whole: told - began };
}
