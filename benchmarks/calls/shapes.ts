import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf, documentOf, pluginHead } from '@piaffe/kernel';
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
  const file = writePlugin(folder);
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

/** A plugin file as one that is built has it, but that it finds the probe where that lies. */
function writePlugin(folder: string): string {
  const file = join(folder, 'probe-plugin.mjs');
  const source = fileURLToPath(new URL('./probe.ts', import.meta.url));
  const contract = documentOf(probeContract);
  const { name, version } = contract;
  const head = pluginHead({ name, version, digest: digestOf(probeContract), contract });
  writeFileSync(file, `${head}export { probe as default } from ${JSON.stringify(source)};\n`);
  return file;
}
