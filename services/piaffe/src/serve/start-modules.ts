import { type Host, startHost } from '@piaffe/kernel';
import { processShapes } from '@piaffe/processes';
import { readStoreId } from '@piaffe/storage';
import { httpShape, remoteShape } from '@piaffe/wire';
import { type Machine, serverModules } from '../compose/server-modules.ts';
import { computationProgram } from '../computation.ts';
import { eventText } from './event-text.ts';

interface Ordered extends Machine {
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
  return startHost({
    plan,
    modules: serverModules(machine).filter(({ contract }) => only.includes(contract.name)),
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
}
