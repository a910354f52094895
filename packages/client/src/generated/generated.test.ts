import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../../../../', import.meta.url));

test('the committed types are those of the published OpenAPI file', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'piaffe-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const fresh = join(folder, 'api.ts');
  run('openapi-typescript/bin/cli.js', 'contracts/openapi.json', '--output', fresh);
  run(
    '@biomejs/biome/bin/biome',
    'check',
    '--write',
    '--config-path=biome.json',
    '--vcs-enabled=false',
    fresh,
  );
  assert.equal(
    readFileSync(new URL('./api.ts', import.meta.url), 'utf8'),
    readFileSync(fresh, 'utf8'),
    'npm run generate --workspace @piaffe/client',
  );
});

function run(tool: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [join('node_modules', tool), ...args], {
    cwd: checkout,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
}
