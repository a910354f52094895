import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const sources = globSync('**/*.ts', { cwd: folder })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, lines: readFileSync(folder + file, 'utf8').split('\n') }));
const isCode = (line: string) => !/^\s*(\/\/|\/?\*|$)/.test(line);

test('the kernel can be read in one sitting: about 1,500 lines of code, none over 120 columns', () => {
  assert.ok(sources.length > 20);
  const long = sources.flatMap(({ file, lines }) =>
    lines.filter((line) => line.length > 120).map(() => file),
  );
  assert.deepEqual(long, []);
  const code = sources.reduce((sum, { lines }) => sum + lines.filter(isCode).length, 0);
  assert.ok(code <= 1_550, `${code} lines of code`);
});

test('the kernel knows no horse', () => {
  const words = /\b(horse|rider|ride|gait|stride|trot|canter|gallop|saddle|recording|aggregation)s?\b/i;
  const told = sources.flatMap(({ file, lines }) =>
    lines.filter((line) => words.test(line)).map((line) => `${file}: ${line.trim()}`),
  );
  assert.deepEqual(
    told.filter((line) => !line.includes('isRecording')),
    [],
  );
});
