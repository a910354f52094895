import type { ApiProblem, Kept, SessionEvent, Upload } from '@piaffe/client';

/** How far a file is. `storing`: all of it has left, the server is making it safe. */
export type Step =
  | { readonly is: 'waiting' }
  | { readonly is: 'sending'; readonly share: number }
  | { readonly is: 'storing' }
  | { readonly is: 'failed'; readonly problem: ApiProblem }
  | {
      readonly is: 'kept';
      readonly duplicate: boolean;
      readonly session: Pick<Kept['session'], 'id' | 'state' | 'progress' | 'reason'> & {
        /** Null where whoever sent it may not read. */
        readonly horse: string | null;
      };
    };

export interface UploadItem {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly horseName: string;
  readonly step: Step;
}

type Said = Omit<Upload, 'file' | 'onProgress' | 'signal'>;
type Named = Blob & { readonly name: string };

const atOnce = 2;

/**
 * The files on their way, whichever page is shown. Each goes its own way: one that fails stops no other.
 *
 * @param send hands in one file
 * @param problemOf what to tell people of whatever `send` throws
 */
export function createUploads(
  send: (upload: Upload) => Promise<Kept>,
  problemOf: (thrown: unknown) => ApiProblem,
) {
  let items: readonly UploadItem[] = [];
  const files = new Map<number, { readonly file: Named; readonly said: Said }>();
  const listeners = new Set<() => void>();
  let nextId = 1;

  function change(next: readonly UploadItem[]): void {
    items = next;
    for (const listener of listeners) listener();
  }

  function step(id: number, to: Step): void {
    change(items.map((item) => (item.id === id ? { ...item, step: to } : item)));
  }

  function sendNext(): void {
    const underWay = items.filter((item) => item.step.is === 'sending' || item.step.is === 'storing').length;
    const next = items.find((item) => item.step.is === 'waiting');
    if (next === undefined || underWay >= atOnce) return;
    sendOne(next.id);
    sendNext();
  }

  async function sendOne(id: number): Promise<void> {
    const { file, said } = files.get(id)!;
    step(id, { is: 'sending', share: 0 });
    const onProgress = (sent: number, total: number) =>
      step(id, sent < total ? { is: 'sending', share: sent / total } : { is: 'storing' });
    try {
      const { session, duplicate } = await send({ ...said, name: file.name, file, onProgress });
      const horse = 'horse' in session ? session.horse : null;
      step(id, { is: 'kept', session: { ...session, horse }, duplicate });
      files.delete(id);
    } catch (error) {
      step(id, { is: 'failed', problem: problemOf(error) });
    }
    sendNext();
  }

  return {
    items: () => items,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Puts files on their way; the same is said of all of them. */
    add(chosen: readonly Named[], horseName: string, said: Said): void {
      const added = chosen.map((file): UploadItem => {
        const id = nextId++;
        files.set(id, { file, said });
        return { id, name: file.name, size: file.size, horseName, step: { is: 'waiting' } };
      });
      change([...added, ...items]);
      sendNext();
    },
    /** Sends a file once more that failed. */
    retry(id: number): void {
      step(id, { is: 'waiting' });
      sendNext();
    },
    /** Takes what has come to its end off the list. */
    clear(): void {
      const ended = items.filter(({ step: { is } }) => is === 'kept' || is === 'failed');
      for (const { id } of ended) files.delete(id);
      change(items.filter((item) => !ended.includes(item)));
    },
    /** Something happened to a session: a file that became it shows so. */
    tell({ session, horse, state, progress, reason }: SessionEvent): void {
      if (!items.some((item) => item.step.is === 'kept' && item.step.session.id === session)) return;
      change(
        items.map((item) =>
          item.step.is === 'kept' && item.step.session.id === session
            ? { ...item, step: { ...item.step, session: { id: session, horse, state, progress, reason } } }
            : item,
        ),
      );
    },
  };
}
