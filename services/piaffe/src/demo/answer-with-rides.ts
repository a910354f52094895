import { parentPort } from 'node:worker_threads';
import type { DemoPlan, RideFile } from './demo-plan.ts';

/** What a thread that makes rides answers: first its plan, then each ride it is asked for by its place in the plan. */
export type RideAnswer = { readonly plan: DemoPlan } | { readonly file: RideFile };

/** For the file such a thread begins with. */
export function answerWithRides(plan: DemoPlan, write: (ride: number) => Promise<RideFile>): void {
  const port = parentPort!;
  port.on('message', async (ride: number) => {
    const file = await write(ride);
    port.postMessage({ file } satisfies RideAnswer);
  });
  port.postMessage({ plan } satisfies RideAnswer);
}
