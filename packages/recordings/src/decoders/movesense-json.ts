import { assemble } from '../assemble.ts';
import { assembleTraces, joinTraces } from '../assemble-traces.ts';
import { layOnTimes, withoutHoles } from '../lay-on-times.ts';
import { layoutOf } from '../layout.ts';
import { MovesenseCollector } from '../movesense/collect-packets.ts';
import type { Packets } from '../movesense/packets.ts';
import { type Note, urgent } from '../note.ts';
import type { DecodeOptions } from '../options.ts';
import type { Recording } from '../recording.ts';
import { RecordingRejected } from '../rejection.ts';
import { rowsOf } from '../rows.ts';
import { readJson } from '../text/read-json.ts';
import { Traces } from '../traces.ts';

const MILLISECONDS = 1e-3;

/** True for JSON with the packets that Movesense sensors send. */
export function isMovesense(text: string): boolean {
  return /^[{[]/.test(text) && /"Array(?:Acc|Gyro)"\s*:|"rrData"\s*:/i.test(text);
}

/**
 * Movesense packets as JSON, however an app wraps them: as they are streamed, as its recorder keeps them, or as they come
 * out of the sensor's memory. Acceleration in m/s2 with gravity, angular rate in deg/s, time in ms since the sensor was
 * switched on; `TimeDetailed`, where there is one, tells when that was.
 * @throws RecordingRejected
 */
export async function decodeMovesenseJson(
  all: AsyncIterable<Uint8Array>,
  options: DecodeOptions,
): Promise<Recording> {
  const found = new MovesenseCollector();
  const { brokenAt } = await readJson(all, found);
  const notes: Note[] = [];
  if (brokenAt) {
    const where = `At line ${brokenAt.line} the JSON is damaged (${brokenAt.problem})`;
    if (found.acceleration.count === 0 && found.heartRate.length === 0)
      throw new RecordingRejected(
        'damaged-file',
        `${where} before its first usable sample; export it again.`,
      );
    notes.push(urgent(`${where}; what follows was left out.`));
  }
  const shift = found.sinceSwitchedOn ?? 0;
  const traces = new Traces();
  for (const { at, bpm } of found.heartRate) traces.addHeartRate((at + shift) * MILLISECONDS, bpm);
  if (found.acceleration.count === 0)
    return assembleTraces(traces, { format: 'movesense-json', name: 'Movesense recording', notes }, options);
  const samplesOf = (packets: Packets) => {
    const columns = packets.join();
    return { ...columns, time: columns.time.map((at) => at + shift) };
  };
  const motion = withoutHoles(rowsOf(samplesOf(found.acceleration)));
  const hasRate = found.angularRate.count > 0;
  const rate = hasRate ? layOnTimes(motion.time, samplesOf(found.angularRate), MILLISECONDS) : [];
  const layout = layoutOf('movesense-json', {
    timeUnit: 'ms',
    accelerationUnit: 'm/s2',
    angularRateUnit: hasRate ? 'deg/s' : null,
    notes,
  });
  const { recording, zero } = assemble(
    { ...motion, channels: [...motion.channels, ...rate] },
    layout,
    options,
  );
  return traces.isEmpty ? recording : joinTraces(recording, traces, zero);
}
