import type { Shape } from '@piaffe/kernel/shape';
import { performBy } from './asking-client.ts';
import { Endpoint } from './endpoint.ts';
import { askRemote, remoteStatus } from './remote.ts';
import type { Store } from './store.ts';

/** At addresses. `token` is shown there; `store` holds what inputs refer to. */
export function remoteShape({
  token,
  store,
}: {
  readonly token: string | null;
  readonly store: Store | null;
}): Shape {
  return {
    name: 'remote',
    start({ plan, modules, resources, onEvent }) {
      const known = new Map<string, Endpoint>();
      const contractsAt = (url: string) =>
        modules
          .map(({ contract }) => contract)
          .filter(({ name }) => {
            const placed = plan.modules[name]!;
            return placed.shape === 'remote' && placed.urls.includes(url);
          });
      const endpointAt = (url: string) => {
        const found =
          known.get(url) ??
          resources.use(
            new Endpoint({
              url,
              token,
              store,
              contracts: contractsAt(url),
              onChange: (message, level) =>
                onEvent({ kind: 'changed', level, process: url, pid: null, message }),
            }),
          );
        known.set(url, found);
        return found;
      };
      return async ({ contract, placed }) => {
        const endpoints = placed.shape === 'remote' ? placed.urls.map(endpointAt) : [];
        return {
          perform: performBy(contract, askRemote(contract, endpoints)),
          status: () => remoteStatus(contract.name, endpoints),
        };
      };
    },
  };
}
