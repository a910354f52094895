import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bareFastify } from './bare-fastify.ts';
import { bareHttp } from './bare-http.ts';
import type { Contestant } from './contestant.ts';
import { question, table } from './payloads.ts';

export const bareNames = {
  inject: 'fastify inject',
  fastify: 'bare fastify + undici, port',
  fastifySocket: 'bare fastify + undici, socket',
  socket: 'bare HTTP over a UNIX socket, other process',
} as const;

const withoutCall = 'no deadline, no trace context, outputs are written by their schema but not checked';

/** fastify in this process, without a network. */
export async function fastifyInject(): Promise<Contestant> {
  const app = await bareFastify();
  const ask = async (url: string, payload: object) => {
    const answer = await app.inject({ method: 'POST', url, payload });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json();
  };
  return {
    name: bareNames.inject,
    unlike: withoutCall,
    small: () => ask('/probe/small', question),
    large: () => ask('/probe/large', table),
    [Symbol.asyncDispose]: () => app.close(),
  };
}

/** fastify in this process, asked by undici at a port or a socket of its own. */
export async function fastifyAndUndici(folder: string, where: 'port' | 'socket'): Promise<Contestant> {
  const app = await bareFastify();
  const close = () => app.close();
  if (where === 'port') {
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    return bareHttp(bareNames.fastify, withoutCall, { url: `http://127.0.0.1:${port}`, close });
  }
  const socketPath = join(folder, 'fastify.sock');
  await app.listen({ path: socketPath });
  return bareHttp(bareNames.fastifySocket, withoutCall, { url: 'http://localhost', socketPath, close });
}

/** node:http in another process, asked by undici at its socket. */
export async function httpOverSocket(folder: string): Promise<Contestant> {
  const socketPath = join(folder, 'bare.sock');
  const server = fileURLToPath(new URL('./bare-socket-server.ts', import.meta.url));
  const child = spawn(process.execPath, [server, socketPath], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const unlike =
    'no deadline, no trace context, nothing is checked; the server is the main thread of its process';
  return bareHttp(bareNames.socket, unlike, {
    url: 'http://localhost',
    socketPath,
    async close() {
      child.kill();
      await once(child, 'exit');
    },
  });
}
