import { fileURLToPath } from 'node:url';
import { writePlugin } from '../support/write-plugin.ts';
import type { Contestant } from './contestant.ts';
import { probeContract } from './contract.ts';
import { freePort } from './free-port.ts';
import { hosted } from './hosted.ts';
import { question, table } from './payloads.ts';

export const names = {
  here: 'here',
  http: 'HTTP inside one process, port',
  httpSocket: 'HTTP inside one process, socket',
  trusted: 'trusted plugin, worker thread',
  plugin: 'plugin, child process',
  process: 'process',
} as const;

const process = { shape: 'process', process: 'apart' } as const;
const apart = { processes: { apart: { memoryMb: 256, workers: 1, callSeconds: 600 } } };

/** The probe in every shape of one machine. `folder` takes what has to be written for them. */
export async function openShapes(folder: string): Promise<readonly Contestant[]> {
  const source = fileURLToPath(new URL('./probe.ts', import.meta.url));
  const file = writePlugin(folder, probeContract, source, 'probe');
  return [
    await open(names.here, { shape: 'here' }),
    await open(names.http, { shape: 'http' }, { ports: { probe: await freePort() } }),
    await open(names.httpSocket, { shape: 'http' }, { ports: { probe: 'socket' } }),
    await open(names.trusted, { shape: 'plugin', file, trusted: true }),
    await open(names.plugin, { shape: 'plugin', file, process: 'apart' }, apart),
    await open(names.process, process, apart),
  ];
}

async function open(name: string, ...plan: Parameters<typeof hosted>): Promise<Contestant> {
  const { probe, [Symbol.asyncDispose]: end } = await hosted(...plan);
  return {
    name,
    unlike: null,
    small: () => probe.small(question),
    large: () => probe.large(table),
    hour: (path) => probe.hour({ path }),
    [Symbol.asyncDispose]: end,
  };
}
