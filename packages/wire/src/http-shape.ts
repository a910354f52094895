import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Unavailable } from '@piaffe/kernel';
import type { Shape } from '@piaffe/kernel/shape';
import { askAt, performBy } from './asking-client.ts';
import { answerBy, createCallServer } from './call-server.ts';
import { listen, privateFolder } from './listen.ts';

/** In the same process, called by HTTP where `ports` of the plan says: at a port of loopback, or at a socket. */
export function httpShape(): Shape {
  return {
    name: 'http',
    start({ plan: { ports = {} }, resources }) {
      let folder: Promise<string> | undefined;
      const ownFolder = () => {
        folder ??= privateFolder(resources);
        return folder;
      };
      return async ({ contract, plainly }) => {
        const { name } = contract;
        const port = ports[name]!;
        // Whoever is on this machine reaches a port; into the folder nobody else gets.
        const token = port === 'socket' ? null : randomBytes(32).toString('base64url');
        const where = port === 'socket' ? join(await ownFolder(), `${name}.sock`) : port;
        const perform = answerBy(new Map([[name, plainly!]]));
        const server = createCallServer({ contracts: [contract], token, perform });
        const { close } = await listen(server, where).catch((error) => {
          throw new Unavailable(
            name,
            'down',
            `${name} cannot listen at its place in ports: ${error.message}`,
          );
        });
        resources.defer(close);
        const address =
          typeof where === 'string' ? { socketPath: where } : { url: `http://127.0.0.1:${where}` };
        const ask = resources.use(
          askAt(name, address, token === null ? {} : { authorization: `Bearer ${token}` }),
        );
        const status = () =>
          ({
            state: 'up',
            since: '',
            process: null,
            restarts: 0,
            lastProblem: null,
            pid: process.pid,
            endpoints: [],
          }) as const;
        return { perform: performBy(contract, ask), status };
      };
    },
  };
}
