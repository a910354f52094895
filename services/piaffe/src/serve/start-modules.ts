import { type Host, type Plan, startHost } from '@piaffe/kernel';
import { metricContract } from '@piaffe/metric/contract';
import { processShapes } from '@piaffe/processes';
import { sessionsContract } from '@piaffe/sessions/contract';
import { readStoreId } from '@piaffe/storage';
import { httpShape, remoteShape } from '@piaffe/wire';
import { extensionPoints, type Machine, serverModules } from '../compose/server-modules.ts';
import { computationProgram } from '../computation.ts';
import { eventText } from './event-text.ts';

interface Ordered extends Omit<Machine, 'metrics'> {
  /** Shown to those at addresses. */
  readonly token: string | null;
  /** The modules that this process has to do with; the others of the plan are somebody else's. */
  readonly only: readonly string[];
}

/** Starts modules where the plan puts them, reachable in every shape that there is. */
export async function startModules({ token, only, ...machine }: Ordered): Promise<Host> {
  const { plan, store, log } = machine;
  const { folder, blobs } = store;
  const id = await readStoreId(folder);
  const started = Promise.withResolvers<Host>();
  const metrics = async () => (await started.promise).extensions(metricContract);
  const host = await startHost({
    plan: withOwnExtensions(plan),
    extensionPoints,
    modules: serverModules({ ...machine, metrics }).filter(({ contract }) => only.includes(contract.name)),
    surroundings: { files: blobs },
    shapes: [
      httpShape(),
      remoteShape({
        token,
        // Who has the same data folder reads recordings there; to others they are handed over.
        store:
          id === null
            ? null
            : { id, size: (sha256) => blobs.size(sha256), open: (sha256) => blobs.open(sha256) },
      }),
      ...processShapes(computationProgram(folder)),
    ],
    onEvent: (event) => {
      const { level, message: _, ...fields } = event;
      log[level](fields, eventText(event));
    },
  });
  started.resolve(host);
  return host;
}

/** What plugins add is asked for by sessions, so they run beside it and nowhere else. */
function withOwnExtensions(plan: Plan): Plan {
  return plan.modules[sessionsContract.name]!.shape === 'remote' ? { ...plan, extensions: {} } : plan;
}
