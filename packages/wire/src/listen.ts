import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Resolves once the server listens, at a UNIX socket or at a port: of loopback, unless a host is named. */
export async function listen(
  server: Server,
  where: string | number,
  host = '127.0.0.1',
): Promise<{ readonly port: number; close(): Promise<void> }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    if (typeof where === 'string') server.listen(where, resolve);
    else server.listen(where, host, resolve);
  });
  const port = typeof where === 'string' ? 0 : (server.address() as AddressInfo).port;
  return {
    port,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A folder for sockets that nobody else may enter; it is gone with `resources`. */
export async function privateFolder(resources: AsyncDisposableStack): Promise<string> {
  // The name of a socket has room for about 100 characters.
  const folder = await mkdtemp(join(tmpdir().length > 60 ? '/tmp' : tmpdir(), 'modules-'));
  resources.defer(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
