import { type AddressInfo, Server as NetServer } from 'node:net';
import { Failure, type Implementation } from '@piaffe/kernel';
import type { App } from './app.ts';
import { buildApp } from './build-app.ts';
import type { gatewayContract } from './contract.ts';
import type { Config, Needs } from './needs.ts';
import { awaitsContinue } from './request-body.ts';

type Server = Implementation<typeof gatewayContract> & AsyncDisposable;

/** How long a connection that was kept open may still be used: whoever is about to ask on it is answered. */
const keptMilliseconds = 1_000;
const idleCheckMilliseconds = 50;

export function createServer(needs: Needs, config: Config): Server {
  const stopping = new AbortController();
  const building = buildApp(needs, config, stopping.signal);
  building.catch(() => {});
  let draining: Promise<void> | null = null;

  async function drain(seconds: number): Promise<void> {
    const { app } = await building;
    stopping.abort(new Error('the server is stopping'));
    // As an HTTP server closes, it would cut off who is just asking on a connection that was idle.
    Object.assign(app.server, { close: NetServer.prototype.close });
    const closing = app.close();
    const began = performance.now();
    // Connections become idle one by one, as their last answers go out.
    const idle = setInterval(() => {
      if (performance.now() - began >= keptMilliseconds) app.server.closeIdleConnections();
    }, idleCheckMilliseconds);
    const deadline = setTimeout(() => app.server.closeAllConnections(), seconds * 1000);
    try {
      await closing;
    } finally {
      clearInterval(idle);
      clearTimeout(deadline);
    }
  }

  return {
    async listen({ host, port }) {
      const { app } = await building;
      // Without this, Node would ask for every body before anybody has looked whether it is wanted.
      app.server.on('checkContinue', (request, response) => {
        awaitsContinue(request);
        app.routing(request, response);
      });
      try {
        await app.listen({ host, port });
      } catch (error) {
        throw listenFailure(error, host, port) ?? error;
      }
      return { url: `http://${hostInUrl(host)}:${portOf(app)}${config.basePath}` };
    },
    async drain({ seconds }) {
      draining ??= drain(seconds);
      await draining;
      return {};
    },
    async [Symbol.asyncDispose]() {
      draining ??= drain(0);
      await draining;
    },
  };
}

const portOf = (app: App) => (app.server.address() as AddressInfo).port;

/** Where a browser on this machine finds it: an address that stands for all of them is nobody's own. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function listenFailure(error: unknown, host: string, port: number): Failure | null {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new Failure('port-in-use', {
        detail: `Port ${port} is in use already. Stop what uses it, or take another with --port.`,
      });
    case 'EACCES':
      return new Failure('port-not-permitted', {
        detail: `Port ${port} may not be used by this user. Take one above 1023 with --port.`,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Failure('host-not-known', {
        detail: `${host} is no address of this machine. Name another with --host.`,
      });
    default:
      return null;
  }
}
