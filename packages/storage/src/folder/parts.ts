import { existsSync, readdirSync } from 'node:fs';
import { type Layout, layout } from './layout.ts';

const partName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Throws a TypeError for what could not be the name of a folder on every system. */
export function checkPartName(part: string): void {
  if (!partName.test(part)) throw new TypeError(`the name of a part must be kebab-case, but is "${part}"`);
}

/** What the parts that have ever run here have for themselves. */
export function partsOf(folder: string): readonly Layout[] {
  const { parts } = layout(folder);
  if (!existsSync(parts)) return [];
  return readdirSync(parts)
    .filter((name) => partName.test(name))
    .map((name) => layout(folder, name));
}
