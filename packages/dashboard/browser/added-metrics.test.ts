import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { skippedBecause as skip } from '../testing/chromium.fixture.ts';
import { writeRide } from '../testing/rides.fixture.ts';
import { setStage } from '../testing/stage.fixture.ts';
import { addHorse, enter, openRide } from '../testing/steps.fixture.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'piaffe-added-'));
after(() => rmSync(folder, { recursive: true }));

const stage = setStage({ flags: ['--plan', planWithPlugins()] });

/** The example, and one of the same contract that breaks as it is loaded. */
function planWithPlugins(): string {
  const plan = JSON.parse(readFileSync(`${root}examples/metric-plugin/plan.json`, 'utf8'));
  const [name, { plugin }] = Object.entries<{ plugin: object }>(plan.extensions)[0]!;
  const file = join(folder, 'good.mjs');
  const build = ['tools/build.mjs', 'plugin', 'examples/metric-plugin/index.ts', '--out', file];
  execFileSync(process.execPath, build, { cwd: root });
  const broken = join(folder, 'broken.mjs');
  writeFileSync(broken, `${readFileSync(file, 'utf8').split('\n')[0]}\nthrow new Error('no saddle');\n`);
  plan.extensions = {
    [name]: { extends: 'metric', plugin: { ...plugin, file } },
    broken: { extends: 'metric', plugin: { ...plugin, file: broken, process: 'broken' } },
  };
  plan.processes.broken = { memoryMb: 128, workers: 1, callSeconds: 5 };
  const written = join(folder, 'plan.json');
  writeFileSync(written, JSON.stringify({ ...plan, $schema: undefined }));
  return written;
}

test('what plugins add to a ride is on its page, and beside it why one of them adds nothing', {
  skip,
}, async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await enter(page, stage.server);
  await addHorse(page, 'Vento');
  await openRide(page, await writeRide(stage.server.scratch, 'ride.csv', 1));
  const panel = page.getByRole('region', { name: 'More metrics' });
  await panel.getByText('Walk before work').waitFor();
  await panel.getByText(/no saddle/).waitFor();
  assert.match(await panel.innerText(), /broken/);
});
