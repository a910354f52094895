import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { withoutRegistry as skip, startRegistry } from '../testing/docker-registry.fixture.ts';
import {
  assembleImage,
  type Compression,
  credentialsFor,
  packLayer,
  packLayout,
  parseReference,
  RegistryProblem,
  Repository,
  readLayout,
  unpackImage,
  writeLayout,
} from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'piaffe-oci-'));
after(() => rm(folder, { recursive: true }));
const noSkopeo =
  spawnSync('skopeo', ['--version']).status === 0
    ? skip
    : 'skopeo is not installed (Debian: apt-get install skopeo)';

async function image(compression: Compression = 'zstd') {
  const layer = await packLayer(
    [
      { path: 'data', bytes: null, mode: 0o700, owner: 65532 },
      { path: 'tmp', bytes: null, mode: 0o1777 },
      { path: 'piaffe', bytes: Buffer.alloc(3_000_000, 'walk, trot, canter '), mode: 0o755 },
    ],
    compression,
  );
  return assembleImage({
    platform: { os: 'linux', architecture: 'amd64' },
    layers: [layer],
    created: '2026-11-24T00:00:00Z',
    labels: { 'org.opencontainers.image.version': '1.2.3' },
    run: {
      entrypoint: ['/piaffe'],
      words: ['serve'],
      variables: { PIAFFE_DATA: '/data' },
      user: 65532,
      folder: '/',
      ports: [7470],
      volumes: ['/data'],
    },
  });
}

test('the same entries make the same image, whatever their order and the time', async () => {
  assert.equal((await image()).manifest.digest, (await image()).manifest.digest);
  const one = { path: 'a', bytes: Buffer.from('1'), mode: 0o644 };
  const other = { path: 'b', bytes: Buffer.from('2'), mode: 0o644 };
  const [forth, back] = [await packLayer([one, other], 'zstd'), await packLayer([other, one], 'zstd')];
  assert.equal(forth.descriptor.digest, back.descriptor.digest);
});

test('what is pushed is pulled again, by tag and by digest, and sent once', { skip }, async () => {
  await using registry = await startRegistry();
  const made = await image();
  const repository = (name: string) =>
    new Repository({ registry: registry.address, repository: 'stable/piaffe', name }, null);
  const seen: number[] = [];
  const sent = await repository('1.2.3').push(made, (done) => seen.push(done));
  assert.equal(seen.at(-1), sent);
  assert.equal(await repository('again').push(made), 0);
  for (const name of ['1.2.3', made.manifest.digest]) {
    const pulled = await repository(name).pull();
    assert.deepEqual(
      new Map(pulled.blobs),
      new Map([...made.blobs].map(([digest, bytes]) => [digest, new Uint8Array(bytes)])),
    );
  }
  const root = join(folder, 'root');
  await unpackImage(await repository('1.2.3').pull(), root);
  assert.equal((await readFile(join(root, 'piaffe'))).length, 3_000_000);
  assert.equal((await stat(join(root, 'piaffe'))).mode & 0o777, 0o755);
  assert.equal((await stat(join(root, 'data'))).mode & 0o7777, 0o700);
  assert.equal((await stat(join(root, 'tmp'))).mode & 0o7777, 0o1777);
});

test('who is not signed in is told how, and docker’s own file is enough', { skip }, async () => {
  // A line that no password fits.
  const users = `rider:${'$2y$05$'}Ww9ZGf0hW0jPzXFCcG3p6uGqQmRVM1bZy1rG7sWc3mQv0bOQmR3pS`;
  await using registry = await startRegistry({ users });
  const reference = { registry: registry.address, repository: 'piaffe', name: 'x' };
  await assert.rejects(new Repository(reference, null).push(await image()), (error) => {
    assert.ok(error instanceof RegistryProblem);
    assert.match(error.message, /docker login/);
    return true;
  });
  const auth = Buffer.from('rider:passage:with:colons').toString('base64');
  await writeFile(join(folder, 'config.json'), JSON.stringify({ auths: { [registry.address]: { auth } } }));
  assert.deepEqual(await credentialsFor(registry.address, { DOCKER_CONFIG: folder }), {
    user: 'rider',
    password: 'passage:with:colons',
  });
  assert.equal(await credentialsFor('elsewhere.example', { DOCKER_CONFIG: folder }), null);
});

test('a registry that is gone, or has no such image, is told in words', { skip }, async () => {
  const ended = await startRegistry();
  await ended[Symbol.asyncDispose]();
  const gone = new Repository({ registry: ended.address, repository: 'piaffe', name: 'x' }, null);
  await assert.rejects(gone.pull(), /registry 127\.0\.0\.1:\d+ does not answer \(ECONNREFUSED\)/);
  await using registry = await startRegistry();
  const empty = new Repository({ registry: registry.address, repository: 'piaffe', name: 'x' }, null);
  await assert.rejects(empty.pull(), /has no x/);
});

for (const compression of ['zstd', 'gzip'] as const) {
  test(`skopeo reads a layout of ${compression}, as a folder and as a file, and copies it to a registry`, {
    skip: noSkopeo,
  }, async () => {
    await using registry = await startRegistry();
    const made = await image(compression);
    const layout = join(folder, compression);
    await writeLayout(made, '1.2.3', layout);
    await writeFile(`${layout}.tar`, await packLayout(made, '1.2.3'));
    const skopeo = (...args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync('skopeo', args, { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      return stdout;
    };
    for (const source of [`oci:${layout}:1.2.3`, `oci-archive:${layout}.tar:1.2.3`]) {
      const { Digest, Labels } = JSON.parse(skopeo('inspect', source));
      assert.equal(Digest, made.manifest.digest);
      assert.equal(Labels['org.opencontainers.image.version'], '1.2.3');
    }
    const target = `${registry.address}/copied:1.2.3`;
    skopeo('copy', '--dest-tls-verify=false', `oci:${layout}:1.2.3`, `docker://${target}`);
    const pulled = await new Repository(parseReference(target), null).pull();
    assert.equal(pulled.manifest.digest, made.manifest.digest);
  });
}

test('a layout that was damaged is refused', async () => {
  const made = await image();
  const layout = join(folder, 'damaged');
  await writeLayout(made, 'x', layout);
  assert.equal((await readLayout(layout)).manifest.digest, made.manifest.digest);
  const [digest] = made.blobs.keys();
  await writeFile(join(layout, `blobs/${digest!.replace(':', '/')}`), 'something else');
  await assert.rejects(readLayout(layout), /damaged: make it again/);
});

test('a reference says where, what and which', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  assert.deepEqual(parseReference('localhost:5000/piaffe'), {
    registry: 'localhost:5000',
    repository: 'piaffe',
    name: 'latest',
  });
  assert.deepEqual(parseReference(`registry.example/stable/piaffe@${digest}`), {
    registry: 'registry.example',
    repository: 'stable/piaffe',
    name: digest,
  });
  for (const wrong of [
    'piaffe',
    'stable/piaffe:1',
    'registry.example/',
    'registry.example/Piaffe',
    'a.b/c@sha256:1',
    '',
  ])
    assert.throws(() => parseReference(wrong), /does not say where/);
});
