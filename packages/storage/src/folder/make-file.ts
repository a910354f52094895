import { closeSync, existsSync, openSync } from 'node:fs';

/** Makes an empty file that only its owner may read, unless it is there. SQLite would let everybody read it. */
export function makeFile(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
}
