import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Compile } from 'typebox/compile';
import { root, runNpm } from '../../tools/run-command.mjs';
import type { Contestant } from './contestant.ts';
import { probeContract } from './contract.ts';
import { question, table } from './payloads.ts';
import { probeWork } from './probe.ts';

/** What a peer is given: the work and the compiled checks that all contestants share. */
export interface PeerOrder {
  readonly operations: Readonly<Record<string, PeerOperation>>;
  /** The file of the bare fastify, for a peer that runs it in a thread of its own. */
  readonly server: string;
}

interface PeerOperation {
  inputFits(value: unknown): boolean;
  outputFits(value: unknown): boolean;
  work(input: unknown): Promise<unknown>;
}

interface Peer extends AsyncDisposable {
  call(name: 'small' | 'large', input: unknown): Promise<unknown>;
}

const folder = `${root}benchmarks/peers/`;
const peers = [
  { name: 'Moleculer local', file: 'moleculer.mjs', unlike: 'no deadline, no trace context' },
  { name: 'oRPC local', file: 'orpc.mjs', unlike: 'no deadline, no trace context' },
  { name: 'tRPC caller', file: 'trpc.mjs', unlike: 'no deadline, no trace context' },
  {
    name: "Watt's thread interceptor",
    file: 'thread-interceptor.mjs',
    unlike: 'bare fastify in a worker thread: no deadline, no trace context, outputs are not checked',
  },
];

/** The peers that can be had here. One that cannot be installed, or does not start, is left out by name. */
export async function openPeers(): Promise<readonly Contestant[]> {
  const problem = await install();
  const opened: Contestant[] = [];
  for (const peer of peers) {
    try {
      if (problem !== null) throw new Error(problem);
      opened.push(await openPeer(peer));
    } catch (error) {
      console.log(`${peer.name}: not measured, ${(error as Error).message}`);
    }
  }
  return opened;
}

async function openPeer({ name, file, unlike }: (typeof peers)[number]): Promise<Contestant> {
  const { open } = (await import(`${folder}${file}`)) as { open(order: PeerOrder): Promise<Peer> };
  const peer = await open(order());
  return {
    name,
    unlike,
    small: () => peer.call('small', question),
    large: () => peer.call('large', table),
    [Symbol.asyncDispose]: () => peer[Symbol.asyncDispose](),
  };
}

function order(): PeerOrder {
  const operations = Object.entries(probeContract.operations).map(([name, { input, output }]) => {
    const [checkedInput, checkedOutput] = [Compile(input), Compile(output)];
    const work = probeWork[name as keyof typeof probeWork] as PeerOperation['work'];
    return [
      name,
      {
        inputFits: (value: unknown) => checkedInput.Check(value),
        outputFits: (value: unknown) => checkedOutput.Check(value),
        work,
      },
    ];
  });
  return {
    operations: Object.fromEntries(operations),
    server: fileURLToPath(new URL('./bare-fastify.ts', import.meta.url)),
  };
}

/** Installs them into a folder of their own: nothing else needs them. Gives why that is not possible, or null. */
async function install(): Promise<string | null> {
  const stampFile = `${folder}node_modules/.installed`;
  const lock = createHash('sha256')
    .update(readFileSync(`${folder}package-lock.json`))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lock) return null;
  const { code, output } = await runNpm(['ci', '--ignore-scripts', '--prefix', folder]);
  if (code !== 0) return `npm ci in benchmarks/peers failed: ${/npm error (.*)/.exec(output)?.[1] ?? output}`;
  writeFileSync(stampFile, lock);
  return null;
}
