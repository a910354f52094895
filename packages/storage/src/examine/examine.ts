import { existsSync } from 'node:fs';
import { layout } from '../folder/layout.ts';
import { isLocked } from '../folder/lock.ts';
import type { Examination } from './examination.ts';
import { examineBlobs } from './examine-blobs.ts';
import { examineDatabase } from './examine-database.ts';
import {
  examineAccess,
  examineFolder,
  examineIncoming,
  examineServer,
  examineSpace,
} from './examine-folder.ts';
import type { Finding } from './finding.ts';

/**
 * Looks at everything in a data folder and changes nothing, beside a running server too. It reads every blob, which takes
 * a while. What is wrong is found rather than thrown; it rejects with the reason of `signal`.
 */
export async function examine(folder: string, examination: Examination): Promise<readonly Finding[]> {
  const { signal, onProgress } = examination;
  signal?.throwIfAborted();
  onProgress?.({ share: 0, step: 'looking at the folder' });
  const there = examineFolder(folder);
  if (!existsSync(layout(folder).database)) return [there];
  const access = examineAccess(folder);
  if (access.severity === 'problem') return [there, access];
  const running = isLocked(folder);
  onProgress?.({ share: 0.02, step: 'looking at the database' });
  const { findings, references } = await examineDatabase(folder, examination);
  return [
    there,
    access,
    examineServer(folder, running),
    examineSpace(folder),
    ...findings,
    ...(await examineBlobs(folder, references, examination)),
    examineIncoming(folder, running),
  ];
}
