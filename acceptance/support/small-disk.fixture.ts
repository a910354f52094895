import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** Why no disk of one's own can be had here; false where it can. */
export const noSmallDisk: string | false = canMount() ? false : 'only root on Linux can mount a small disk';

/** A disk of so many MB, in memory, gone after the tests of the file. `ro` cannot be written to. */
export function smallDisk(megabytes: number, mode: 'rw' | 'ro' = 'rw'): string {
  const place = newPlace();
  const { status, stderr } = mount(place, `size=${megabytes}m,${mode}`);
  assert.equal(status, 0, stderr);
  after(() => unmount(place));
  return place;
}

/** Leaves no room on a disk; gives the file to remove to have it again. */
export function fill(disk: string): string {
  const filling = join(disk, 'filling');
  spawnSync('dd', ['if=/dev/zero', `of=${filling}`, 'bs=4096']);
  return filling;
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const place = newPlace();
  const mounted = mount(place, 'size=1m').status === 0;
  if (mounted) unmount(place);
  else rmdirSync(place);
  return mounted;
}

function newPlace(): string {
  return mkdtempSync(join(tmpdir(), 'piaffe-disk-'));
}

function mount(place: string, options: string) {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place], { encoding: 'utf8' });
}

function unmount(place: string): void {
  spawnSync('umount', [place]);
  rmdirSync(place);
}
