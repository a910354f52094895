import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Why there is none to test against; false where there is. */
export const withoutRegistry =
  spawnSync('docker-registry', ['--version']).status === 0
    ? false
    : 'docker-registry is not installed (Debian: apt-get install docker-registry)';

/** Debian's docker-registry, on a loopback port of its own, with an empty store; `users` are htpasswd lines that it asks for. */
export async function startRegistry({ users }: { readonly users?: string } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'piaffe-registry-'));
  const port = await freePort();
  const passwords = join(folder, 'htpasswd');
  await writeFile(passwords, users ?? '');
  const auth = users === undefined ? {} : { auth: { htpasswd: { realm: 'piaffe', path: passwords } } };
  const config = {
    version: 0.1,
    log: { level: 'error' },
    storage: { filesystem: { rootdirectory: join(folder, 'store') } },
    http: { addr: `127.0.0.1:${port}` },
    ...auth,
  };
  // JSON is YAML, too.
  await writeFile(join(folder, 'config.yml'), JSON.stringify(config));
  const child = spawn('docker-registry', ['serve', join(folder, 'config.yml')], { stdio: 'ignore' });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/v2/`).catch(() => null);
    if (answer !== null) break;
    if (child.exitCode !== null) throw new Error(`docker-registry ended with ${child.exitCode}`);
    await pause(20);
  }
  return {
    address: `127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
