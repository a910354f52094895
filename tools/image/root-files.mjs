import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** Of the only user in an image: it may do nothing but what is its own. */
export const user = 65532;

/**
 * @typedef {object} Library that the executable is linked with
 * @property {string} path where it was found, and where it lies in the image
 * @property {{ name: string, version: string, copyright: string } | null} package of Debian that it comes from
 */

/**
 * What Node is linked with on this machine, the loader among it. The image has copies of these very files, so its digest is
 * the same only where they are.
 *
 * @returns {Library[]}
 */
export function libraries() {
  // Of a Node that has loaded nothing else.
  const script = 'console.log(JSON.stringify(process.report.getReport().sharedObjects))';
  const listed = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  /** @type {string[]} */
  const paths = JSON.parse(listed);
  return paths
    .filter((path) => path.startsWith('/'))
    .sort()
    .map((path) => ({ path, package: packageOf(path) }));
}

/** @param {string} path */
function packageOf(path) {
  try {
    const found = execFileSync('dpkg-query', ['-S', `*/${basename(path)}`], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    const name = /^([^:,\s]+)/.exec(found)?.[1] ?? '';
    const [, version = ''] = execFileSync('dpkg-query', ['-W', name], { encoding: 'utf8', stdio: 'pipe' })
      .trim()
      .split('\t');
    return { name, version, copyright: readFileSync(`/usr/share/doc/${name}/copyright`, 'utf8') };
  } catch {
    return null;
  }
}

/**
 * The root file system, but for the program.
 *
 * @param {readonly Library[]} libraries
 * @returns {import('@piaffe/oci').LayerEntry[]}
 */
export function rootEntries(libraries) {
  const copyrights = new Map(
    libraries.flatMap((each) => (each.package ? [[each.package.name, each.package]] : [])),
  );
  const files = [
    ...libraries.map(({ path }) => ({ path: path.slice(1), bytes: readFileSync(path), mode: 0o755 })),
    ...[...copyrights.values()].map(({ name, copyright }) =>
      text(`usr/share/doc/${name}/copyright`, copyright),
    ),
    text('etc/passwd', `piaffe:x:${user}:${user}:piaffe:/data:/sbin/nologin\n`),
    text('etc/group', `piaffe:x:${user}:\n`),
  ];
  return [
    ...files,
    ...foldersOf(files.map(({ path }) => path)),
    { path: 'tmp', bytes: null, mode: 0o1777 },
    { path: 'data', bytes: null, mode: 0o700, owner: user },
  ];
}

/**
 * @param {string} path @param {string} content
 * @returns {import('@piaffe/oci').LayerEntry}
 */
export const text = (path, content) => ({ path, bytes: Buffer.from(content), mode: 0o644 });

/**
 * The folders that some files lie in.
 *
 * @param {readonly string[]} paths
 * @returns {import('@piaffe/oci').LayerEntry[]}
 */
export function foldersOf(paths) {
  const folders = new Set(
    paths.flatMap((path) => {
      const parts = path.split('/').slice(0, -1);
      return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
    }),
  );
  return [...folders].map((path) => ({ path, bytes: null, mode: 0o755 }));
}
