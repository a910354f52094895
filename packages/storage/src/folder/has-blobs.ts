import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { isSha256 } from '../blobs/blob-path.ts';
import { layout } from './layout.ts';

export function hasBlobs(folder: string): boolean {
  const { blobs } = layout(folder);
  if (!existsSync(blobs)) return false;
  return readdirSync(blobs, { recursive: true }).some((path) => isSha256(basename(String(path))));
}
