import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runPiaffe } from './support/server.fixture.ts';

test('a short drill finds the default plan as it is declared, while the computation is killed', async (t) => {
  const { code, stdout, stderr } = await runPiaffe(['drill', '--part', 'aggregation', '--fault', 'down']);
  t.diagnostic(stdout);
  assert.equal(code, 0, stdout + stderr);
  assert.match(
    stdout,
    /aggregation \+ trend +seen +goes on +goes on +goes on +goes on +lost +lost +goes on\n/,
  );
  assert.match(stdout, /7 cells seen, 0 differ, 0 not reached/);
});
