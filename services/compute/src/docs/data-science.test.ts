import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startService } from '../../testing/service.fixture.ts';
import { smallRide } from '../../testing/small-ride.fixture.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const python = process.env.PIAFFE_PYTHON ?? 'python3';
const packages = ['requests', 'numpy', 'pandas', 'pyarrow'];

/** Why the snippets of a language cannot be run here; false where they can. */
const missing = {
  sh: lacks('curl', ['--version']) || lacks('tar', ['--version']) || lacks('bash', ['--version']),
  python: lacks(python, ['-c', `import ${packages.join(', ')}`]),
};

function lacks(command: string, words: readonly string[]): string | false {
  const { status, error, stderr } = spawnSync(command, words, { encoding: 'utf8' });
  if (status === 0) return false;
  return `${command} cannot do it here: ${error?.message ?? stderr.trim().split('\n').at(-1)}`;
}

const page = await readFile(`${root}docs/DATA-SCIENCE.md`, 'utf8');
const snippets = [...page.matchAll(/^```(sh|python)\n(.*?)^```$/gms)].map(
  ([whole, language, code], index) => ({
    name: `snippet ${index + 1} of docs/DATA-SCIENCE.md (line ${page.slice(0, page.indexOf(whole)).split('\n').length})`,
    language: language as 'sh' | 'python',
    code: code!,
  }),
);

const folder = await mkdtemp(join(tmpdir(), 'data-science-'));
after(() => rm(folder, { recursive: true }));
await mkdir(join(folder, 'rides'));
await writeFile(join(folder, 'ride.csv'), smallRide({ seconds: 40 }));
await writeFile(join(folder, 'rides', 'monday.csv'), smallRide({ seed: 2 }));
await writeFile(join(folder, 'rides', 'wednesday.csv'), smallRide({ seed: 3 }));
await writeFile(join(folder, 'rides', 'notes.txt'), 'no recording');
// The command as people have it on their path.
await mkdir(join(folder, 'bin'));
const command = join(folder, 'bin', 'piaffe');
await writeFile(
  command,
  `#!/bin/sh\nexec "${process.execPath}" "${root}services/piaffe/bin/piaffe.mjs" "$@"\n`,
);
await chmod(command, 0o755);
const service = await startService();
after(() => service[Symbol.asyncDispose]());

/** Runs a snippet in the folder, each behind those before it. */
async function run(language: 'sh' | 'python', code: string): Promise<string> {
  const [program, words] =
    language === 'sh' ? ['bash', ['-euo', 'pipefail', '-c', code]] : [python, ['-c', code]];
  const child = spawn(program, words as string[], {
    cwd: folder,
    env: {
      ...process.env,
      COMPUTE: service.url,
      PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  assert.equal(status, 0, `${code}\n${stdout}${stderr}`);
  assert.doesNotMatch(stdout, /urn:piaffe:problem/);
  return stdout;
}

assert.ok(snippets.filter(({ language }) => language === 'python').length >= 5);
for (const { name, language, code } of snippets) {
  test(name, { skip: missing[language] }, async () => {
    const printed = await run(language, code);
    // What is written to a file is looked at below.
    if (language === 'python' || !/>/.test(code)) assert.notEqual(printed.trim(), '');
  });
}

test('what the snippets wrote is what they say', { skip: missing.sh }, async () => {
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const lines = async (name: string) =>
    (await read(name))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  const rides = await lines('rides.jsonl');
  assert.deepEqual(rides.map(({ status, problem }) => problem?.code ?? status).toSorted(), [
    'analysed',
    'analysed',
    'not-a-recording',
  ]);
  const started = await lines('started.jsonl');
  assert.deepEqual(
    started.map(({ recording }) => recording.startedAt),
    ['2026-05-01T10:30:00Z', '2026-05-03T10:30:00Z'],
  );
  const { sessions, refused } = JSON.parse(await read('trend.json'));
  assert.deepEqual([sessions.length, refused.length], [2, 0]);
  assert.equal(JSON.parse(await read('ride.json')).result.recording.format, 'csv');
  assert.ok((await read('ride.arrow')).length > 1000);
});
