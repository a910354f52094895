import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds an example as its README says, into `file`. */
export async function buildExample(name: string, file: string): Promise<string> {
  await promisify(execFile)(
    process.execPath,
    ['tools/build.mjs', 'plugin', `examples/${name}/index.ts`, '--out', file],
    { cwd: root },
  );
  return file;
}
