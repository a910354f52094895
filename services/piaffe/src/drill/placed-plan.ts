import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Placement, Plan } from '@piaffe/kernel';

/** A plan as it is, but at ports of this machine that are free. */
export async function placedPlan(
  plan: Plan,
  folder: string,
): Promise<{ readonly file: string; readonly plan: Plan }> {
  const moved = new Map<string, string>();
  const modules: Record<string, Placement> = {};
  for (const [module, placed] of Object.entries(plan.modules)) {
    if (placed.shape !== 'remote') {
      modules[module] = placed;
      continue;
    }
    for (const url of placed.urls)
      if (!moved.has(url)) moved.set(url, `http://127.0.0.1:${await freePort()}`);
    modules[module] = { ...placed, urls: placed.urls.map((url) => moved.get(url)!) };
  }
  const ports: Record<string, number | 'socket'> = {};
  for (const [module, port] of Object.entries(plan.ports ?? {}))
    ports[module] = port === 'socket' ? port : await freePort();
  const placed = { ...plan, modules, ...(plan.ports === undefined ? {} : { ports }) };
  const file = join(folder, 'plan.json');
  await writeFile(file, JSON.stringify(placed));
  return { file, plan: placed };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}
