import { existsSync } from 'node:fs';
import { layout } from '../folder/layout.ts';
import { isLocked } from '../folder/lock.ts';
import type { Examination } from './examination.ts';
import { examineBlobs } from './examine-blobs.ts';
import { examineDatabase, examineSqlite } from './examine-database.ts';
import {
  examineAccess,
  examineFolder,
  examineIncoming,
  examineLock,
  examinePlaces,
  examineServer,
  examineSpace,
} from './examine-folder.ts';
import type { Finding } from './finding.ts';

export async function examine(folder: string, examination: Examination): Promise<readonly Finding[]> {
  const { signal, onProgress } = examination;
  signal?.throwIfAborted();
  onProgress?.({ share: 0, step: 'looking at the folder' });
  const sqlite = examineSqlite();
  const there = examineFolder(folder);
  if (sqlite.severity === 'problem' || there.severity === 'problem' || !existsSync(folder))
    return [sqlite, there];
  const places = examinePlaces(folder);
  if (places !== null) return [sqlite, places];
  const access = examineAccess(folder);
  if (access.severity === 'problem') return [sqlite, there, access];
  const lock = examineLock(folder);
  if (lock !== null) return [sqlite, there, access, lock];
  if (!existsSync(layout(folder).database)) return [sqlite, there];
  const running = isLocked(folder);
  onProgress?.({ share: 0.02, step: 'looking at the database' });
  const { findings, references } = await examineDatabase(folder, examination);
  return [
    sqlite,
    there,
    access,
    examineServer(folder, running),
    examineSpace(folder),
    ...findings,
    ...(await examineBlobs(folder, references, examination)),
    examineIncoming(folder, running),
  ];
}
