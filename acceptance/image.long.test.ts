import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readLayout } from '@piaffe/oci';
import { programOf, signIn } from './support/api.fixture.ts';
import { runImage, withoutContainers } from './support/container.fixture.ts';
import { shortRides } from './support/rides.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';

const folder = await scratchFolder();
const root = fileURLToPath(new URL('../', import.meta.url));
const run = promisify(execFile);
const notLinux = process.platform === 'linux' ? false : 'an image is made of what is linked on Linux';
const noSkopeo =
  spawnSync('skopeo', ['--version']).status === 0
    ? notLinux
    : 'skopeo is not installed (Debian: apt-get install skopeo)';
const layouts = { full: join(folder, 'full'), thin: join(folder, 'thin') };

before(async () => {
  if (notLinux !== false) return;
  for (const [kind, out] of Object.entries(layouts)) {
    const flags = kind === 'thin' ? ['--thin'] : [];
    await run(process.execPath, ['tools/image.mjs', ...flags, '--out', out], { cwd: root });
  }
});

test('the image is small, has a user of its own, and says what it is', { skip: noSkopeo }, async () => {
  const inspect = (layout: string, ...flags: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync('skopeo', ['inspect', ...flags, `oci:${layout}`], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout);
  };
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const { Labels } = inspect(layouts.full);
  assert.equal(Labels['org.opencontainers.image.version'], version);
  assert.equal(Labels['org.opencontainers.image.licenses'], 'Apache-2.0');
  assert.match(Labels['org.opencontainers.image.revision'], /^[0-9a-f]{40}(-changed)?$/);
  assert.equal(inspect(layouts.full, '--config').config.User, '65532:65532');
});

test('an image is at most 50 MB to fetch, and new code of a thin one less than 2 MB', {
  skip: notLinux,
}, async () => {
  const sizes = async (layout: string) => {
    const { manifest, blobs } = await readLayout(layout);
    const { layers } = JSON.parse(Buffer.from(blobs.get(manifest.digest)!).toString());
    return layers.map(({ size }: { size: number }) => size) as number[];
  };
  const [all, ...others] = await sizes(layouts.full);
  assert.deepEqual(others, []);
  assert.ok(all! <= 50e6, `${all} bytes`);
  const [, pages, code] = await sizes(layouts.thin);
  assert.ok(code! < 2e6, `${code} bytes of code, beside ${pages} of pages`);
});

for (const [kind, layout] of Object.entries(layouts)) {
  test(`the ${kind} image serves without a shell, capabilities or a root that it can change`, {
    skip: withoutContainers || notLinux,
  }, async () => {
    await using container = await runImage(layout, join(folder, `run-${kind}`), [
      'serve',
      '--port',
      '0',
      '--no-demo',
    ]);
    const status = await container.status();
    assert.match(status, /^Uid:\t65532\t65532\t65532\t65532$/m);
    assert.match(status, /^CapEff:\t0+$/m);
    const health = container.run('health');
    assert.equal(health.status, 0, health.stderr);
    const link = container.run('sign-in-link').stdout.trim();
    const token = new URL(link).hash.replace(/^#sign-in=/, '');
    const api = await programOf(container.url, await signIn(container.url, '/sign-in', { token }));
    const horse = await api.addHorse('Luna');
    const { session } = await api.upload(horse, shortRides().ride(1));
    const settled = await api.settled(session.id);
    assert.equal(settled.state, 'done', settled.reason ?? '');
    assert.equal((await fetch(`${container.url}/api/v1/docs/static/swagger-ui.css`)).status, 200);
    assert.doesNotMatch(container.said.join('\n'), /memory limit .* could not be set/);
    const bill = JSON.parse(await readFile(join(folder, `run-${kind}`, 'rootfs/bom.cdx.json'), 'utf8'));
    assert.equal(bill.bomFormat, 'CycloneDX');
    for (const name of ['node', 'fastify', 'react'])
      assert.ok(
        bill.components.some((each: { name: string }) => each.name === name),
        name,
      );
  });
}
