import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';

test('whoever only reads blobs does not load SQLite', async () => {
  const index = new URL('../index.ts', import.meta.url).href;
  const loads = async (use: string) => {
    const source = `
      const storage = await import(${JSON.stringify(index)});
      ${use}
      console.log(process.moduleLoadList.some((name) => name.includes('sqlite')));
    `;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', source]);
    return stdout.trim() === 'true';
  };
  assert.equal(await loads(`await storage.readBlobs('/').size('a'.repeat(64));`), false);
  assert.equal(
    await loads(`await storage.openStore('/dev/null', { migrations: {} }).catch(() => {});`),
    true,
  );
});
