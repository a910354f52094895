import { Readable } from 'node:stream';
import { bind, type Output } from '@piaffe/kernel';
import { type Ride, toCsv } from '@piaffe/simulator';
import { type AggregateInput, aggregationContract, type SessionResult } from '../contract.ts';
import { aggregationModule } from '../create.ts';

type Aggregation = Output<typeof aggregationContract, 'aggregate'>;

/** Input that says nothing about the file and nothing about the ride. */
export const plainInput: AggregateInput = {
  inputs: [{ reference: 'ride.csv', role: 'motion', startedAt: null }],
  context: { horse: null, type: null, surface: null, rider: null, mount: null },
  parameters: { invert: false, columns: {}, units: {}, trim: null, corrections: null },
};

/** One file of a ride: its text or bytes, and when it began where that is said. */
export interface TextFile {
  readonly text: string | Uint8Array | Iterable<string>;
  readonly startedAt?: string | null;
  readonly role?: 'motion' | 'companion';
}

/** The output for the texts of recordings, through the contract as any caller would get it. */
export async function aggregateFiles(
  texts: readonly TextFile[],
  parameters: Partial<AggregateInput['parameters']> = {},
): Promise<Aggregation> {
  const open = (reference: string) => {
    const { text } = texts[Number(reference)];
    const parts = typeof text === 'string' || text instanceof Uint8Array ? [text] : text;
    return Readable.from(parts).map((part: string | Uint8Array) => Buffer.from(part));
  };
  const client = bind(
    aggregationContract,
    aggregationModule.create({ files: { size: async () => null, open } }, {}),
  );
  return client.aggregate({
    ...plainInput,
    inputs: texts.map(({ startedAt = null, role = 'motion' }, i) => ({ reference: `${i}`, role, startedAt })),
    parameters: { ...plainInput.parameters, ...parameters },
  });
}

/** The result for the text of one recording. */
export async function aggregateText(
  text: string | Iterable<string>,
  parameters: Partial<AggregateInput['parameters']> = {},
): Promise<SessionResult> {
  return (await aggregateFiles([{ text }], parameters)).result;
}

export function aggregateRide(ride: Ride): Promise<SessionResult> {
  return aggregateText(toCsv(ride));
}

/** Lines of a ride's CSV without those whose time fails `keep`, or whose columns `columns` cuts. */
export function editedCsv(
  ride: Ride,
  { keep = () => true, columns = Infinity }: { keep?: (time: number) => boolean; columns?: number },
): string {
  const [head, ...rows] = [...toCsv(ride)].join('').trim().split('\n');
  return [head, ...rows.filter((row) => keep(Number(row.slice(0, row.indexOf(',')))))]
    .map((row) => row.split(',').slice(0, columns).join(','))
    .join('\n');
}

/** A stretch of a ride as a file of its own, which begins at its own time 0 and says when that was. */
export function stretch(
  ride: Ride,
  { from = 0, to = Infinity, columns = Infinity }: { from?: number; to?: number; columns?: number },
): { text: string; startedAt: string } {
  const [head, ...rows] = editedCsv(ride, { keep: (time) => time >= from && time < to, columns }).split('\n');
  const timeOf = (row: string) => Number(row.slice(0, row.indexOf(',')));
  const first = timeOf(rows[0]);
  const text = [
    head,
    ...rows.map((row) => `${(timeOf(row) - first).toFixed(4)}${row.slice(row.indexOf(','))}`),
  ].join('\n');
  return { text, startedAt: new Date(Date.parse(ride.startedAt) + 1000 * first).toISOString() };
}

/** Share of the time, outside `margin` s of the true changes, in which the gait found is the true one. */
export function gaitAgreement(result: SessionResult, ride: Ride, margin = 1.5): number {
  const truth = ride.truth.segments;
  const at = (segments: readonly { gait: string; from: number; to: number }[], time: number) =>
    segments.find((segment) => time >= segment.from && time < segment.to)?.gait;
  let same = 0;
  let all = 0;
  for (let time = 0; time < result.recording.durationSeconds; time += 0.1) {
    if (truth.some((segment) => segment.from > 0 && Math.abs(segment.from - time) < margin)) continue;
    all++;
    if (at(truth, time) === at(result.segments, time)) same++;
  }
  return same / all;
}
