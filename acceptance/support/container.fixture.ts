import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readLayout, unpackImage } from '@piaffe/oci';

interface ImageConfig {
  readonly config: {
    readonly User: string;
    readonly Entrypoint: string[];
    readonly Cmd: string[];
    readonly Env: string[];
  };
}

/** Why no container can be run here; false where one can. */
export const withoutContainers = whyNot();

function whyNot(): string | false {
  if (process.getuid?.() !== 0) return 'containers are tried as root only';
  return spawnSync('runc', ['--version']).status === 0
    ? false
    : 'runc is not installed (Debian: apt-get install runc)';
}

/** Runs the image of a layout as its configuration says: by its user, without capabilities, on a root that cannot be changed. */
export async function runImage(layout: string, folder: string, words: readonly string[]) {
  const image = await readLayout(layout);
  const { config: described } = JSON.parse(Buffer.from(image.blobs.get(image.manifest.digest)!).toString());
  const { config } = JSON.parse(Buffer.from(image.blobs.get(described.digest)!).toString()) as ImageConfig;
  const user = Number.parseInt(config.User, 10);
  const data = join(folder, 'data');
  await mkdir(data, { recursive: true });
  await chown(data, user, user);
  await unpackImage(image, join(folder, 'rootfs'));
  await writeFile(join(folder, 'config.json'), JSON.stringify(runtimeConfig(config, user, data, words)));
  const name = `piaffe-${process.pid}-${Math.random().toString(36).slice(2)}`;
  const runc = (...args: readonly string[]) =>
    spawnSync('runc', ['--root', join(folder, 'runc'), ...args], { encoding: 'utf8' });
  const child = spawn('runc', ['--root', join(folder, 'runc'), 'run', '--bundle', folder, name], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text) => said.push(text));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
      else said.push(line);
    });
    child.once('close', (code) => reject(new Error(`the container ended with ${code}: ${said.join('\n')}`)));
  });
  return {
    url,
    said,
    /** Runs a command in the container, with the same program. */
    run: (...others: readonly string[]) => runc('exec', name, ...config.Entrypoint, ...others),
    /** Of the first process in it, seen from outside. */
    status: () => readFile(`/proc/${JSON.parse(runc('state', name).stdout).pid}/status`, 'utf8'),
    async [Symbol.asyncDispose]() {
      runc('kill', name, 'KILL');
      if (child.exitCode === null) await once(child, 'close');
      runc('delete', '--force', name);
    },
  };
}

function runtimeConfig(config: ImageConfig['config'], user: number, data: string, words: readonly string[]) {
  const tmpfs = (destination: string, ...options: readonly string[]) => ({
    destination,
    type: 'tmpfs',
    source: 'tmpfs',
    options: ['nosuid', ...options],
  });
  const none: readonly string[] = [];
  return {
    ociVersion: '1.0.2',
    process: {
      user: { uid: user, gid: user },
      args: [...config.Entrypoint, ...words],
      env: config.Env.map((each) => each.replace('0.0.0.0', '127.0.0.1')),
      cwd: '/data',
      capabilities: { bounding: none, effective: none, permitted: none },
      noNewPrivileges: true,
    },
    root: { path: 'rootfs', readonly: true },
    mounts: [
      { destination: '/proc', type: 'proc', source: 'proc' },
      tmpfs('/dev', 'mode=755'),
      tmpfs('/tmp', 'nodev', 'mode=1777'),
      { destination: '/data', type: 'bind', source: data, options: ['bind', 'rw', 'nosuid', 'nodev'] },
    ],
    linux: { namespaces: ['pid', 'ipc', 'uts', 'mount'].map((type) => ({ type })) },
  };
}
