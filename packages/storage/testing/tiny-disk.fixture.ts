import { spawnSync } from 'node:child_process';

/** Something to run a program behind that mounts file systems nobody else sees, gone with the program. */
const unshare = process.getuid?.() === 0 ? ['unshare', '--mount'] : ['unshare', '--mount', '--map-root-user'];

/** Why there can be no tiny disk here; null when there can. */
export function whyNoTinyDisk(): string | null {
  const mount = 'mount -t tmpfs -o size=1m none /mnt';
  const { status, error } = spawnSync(unshare[0]!, [...unshare.slice(1), 'sh', '-c', mount]);
  if (error) return 'there is no unshare, which a disk of a few megabytes is made with';
  return status === 0 ? null : 'this user may not mount a disk of a few megabytes';
}

/** What to run a program behind that finds a disk of so many bytes at `path`, an empty folder. */
export function tinyDisk(path: string, bytes: number): readonly string[] {
  const script = `mount -t tmpfs -o size=${bytes} none "$1" && shift && exec "$@"`;
  return [...unshare, 'sh', '-c', script, 'sh', path];
}
