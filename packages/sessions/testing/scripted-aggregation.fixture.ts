import { Readable } from 'node:stream';
import { type AggregateInput, aggregationContract, type SessionResult } from '@piaffe/aggregation/contract';
import { aggregationModule } from '@piaffe/aggregation/create';
import { bind, type Call, type Client, type Output } from '@piaffe/kernel';
import { laterBy } from '../rides/started-at.ts';
import { rideCsv } from './rides.fixture.ts';

type Aggregation = Output<typeof aggregationContract, 'aggregate'>;

/** What the script does with a call: it throws, waits, or lets it be answered. */
type Script = (input: AggregateInput, call: Call) => Promise<void> | void;

export interface Scripted {
  readonly client: Client<typeof aggregationContract>;
  /** What was asked for, in order: the hashes of the recordings of each call. */
  readonly asked: string[][];
  script: Script;
  /** What was answered, in order, before it was changed. */
  readonly given: SessionResult[];
  /** Changes a result before it is answered; `call` counts from 1. */
  change: (result: SessionResult, call: number) => void;
  version: string;
  /** When a file says that it began, by its hash. */
  readonly fileStarts: Map<string, string>;
  /** What asking for the algorithm does before it is answered. */
  algorithm: () => Promise<void> | void;
}

/** Behind the real contract, with an answer that aggregation itself once gave: for what cannot be had from it on demand. */
export function scripted(script: Script = () => {}): Scripted {
  const asked: string[][] = [];
  const given: SessionResult[] = [];
  const it: Scripted = {
    asked,
    script,
    given,
    change: () => {},
    version: '1.0.0',
    fileStarts: new Map(),
    algorithm: () => {},
    client: bind(aggregationContract, {
      async algorithm() {
        await it.algorithm();
        return { name: 'scripted', version: it.version };
      },
      async aggregate(input, call) {
        asked.push(input.inputs.map(({ reference }) => reference));
        const { version } = it;
        await it.script(input, call);
        const answered = answerTo(input, version, it.fileStarts);
        given.push(structuredClone(answered.result));
        it.change(answered.result, asked.length);
        return answered;
      },
    }),
  };
  return it;
}

/** Resolves when the call is aborted: what hangs, but can be ended. */
export const untilAborted = ({ signal }: Call) =>
  new Promise<void>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

function answerTo(
  { inputs, parameters }: AggregateInput,
  version: string,
  fileStarts: ReadonlyMap<string, string>,
): Aggregation {
  const { result, series } = structuredClone(answer);
  const [first] = inputs;
  const start = first?.startedAt ?? fileStarts.get(first?.reference ?? '') ?? null;
  return {
    series,
    result: {
      ...result,
      recording: {
        ...result.recording,
        sha256: inputs[0]?.reference ?? '',
        startedAt: start && laterBy(start, parameters.trim?.from ?? 0),
      },
      inputs: inputs.map(({ reference, role }) => ({ sha256: reference, format: 'csv', role })),
      algorithm: { name: 'scripted', version, parameters: { ...parameters } },
    },
  };
}

const text = rideCsv();
const answer = await bind(
  aggregationContract,
  aggregationModule.create(
    { files: { size: async () => null, open: () => Readable.from([Buffer.from(text)]) } },
    {},
  ),
).aggregate({
  inputs: [{ reference: 'ride', role: 'motion', startedAt: null }],
  context: { horse: null, type: null, surface: null, rider: null, mount: null },
  parameters: { invert: false, columns: {}, units: {}, trim: null, corrections: null },
});
