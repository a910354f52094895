import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Plan } from '@piaffe/kernel';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const plansFolder = join(root, 'plans');

/** What the modules are built from that a plan has as plugins. */
const sources: Readonly<Record<string, string>> = { trend: 'tools/contracts/trend-plugin.ts' };

/** A plan of this machine's own: as it is published, but at ports that are free, and with plugins built for it. */
export interface PlacedPlan {
  /** Of its file. */
  readonly path: string;
  readonly plan: Plan;
  /** The modules at each address. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
}

/** Writes it as NAME.json into the folder. */
export async function placedPlan(name: string, folder: string): Promise<PlacedPlan> {
  const original = join(plansFolder, `${name}.json`);
  const plan = JSON.parse(await readFile(original, 'utf8')) as { -readonly [Key in keyof Plan]: Plan[Key] };
  const here = new Map<string, string>();
  const addresses = new Map<string, string[]>();
  const moved = async (url: string, module: string) => {
    const free = here.get(url) ?? `http://127.0.0.1:${await freePort()}`;
    here.set(url, free);
    addresses.set(free, [...(addresses.get(free) ?? []), module]);
    return free;
  };
  const modules: Record<string, Plan['modules'][string]> = {};
  for (const [module, placed] of Object.entries(plan.modules)) {
    modules[module] = placed;
    if (placed.shape === 'plugin') modules[module] = { ...placed, file: await builtPlugin(module, folder) };
    if (placed.shape !== 'remote') continue;
    const urls: string[] = [];
    for (const url of placed.urls) urls.push(await moved(url, module));
    modules[module] = { ...placed, urls };
  }
  const ports: Record<string, number | 'socket'> = {};
  for (const [module, port] of Object.entries(plan.ports ?? {}))
    ports[module] = port === 'socket' ? port : await freePort();
  const placed = { ...plan, modules, ...(plan.ports === undefined ? {} : { ports }) };
  const path = join(folder, `${name}.json`);
  await writeFile(path, JSON.stringify(placed));
  return { path, plan: placed, addresses };
}

async function builtPlugin(module: string, folder: string): Promise<string> {
  const file = join(folder, `${module}.plugin.mjs`);
  const words = ['tools/build.mjs', 'plugin', sources[module] ?? module, '--out', file];
  await promisify(execFile)(process.execPath, words, { cwd: root });
  return file;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}
