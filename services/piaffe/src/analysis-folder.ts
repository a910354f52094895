import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { DisplaySeries } from '@piaffe/aggregation/contract';
import type { AnalysedLine } from '@piaffe/results';
import { toArrow } from '@piaffe/series';
import { stripPicture } from './render/picture/strip-picture.ts';

/** What is written of one ride. */
export const analysisFiles = ['result.json', 'series.arrow', 'strip.svg'] as const;

/** `1-ride` for the first file, `yard/ride.csv`: its place in the command and its name, safe on every system. */
export function analysisFolderName(index: number, file: string): string {
  const name = file === '-' ? 'standard-input' : basename(file, extname(file));
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  const short = [...safe]
    .slice(0, 60)
    .join('')
    .replace(/[.-]+$/, '');
  return `${index + 1}-${short || 'recording'}`;
}

/** The first of some paths at which there is something already; null when all are free. */
export async function firstTaken(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    const isThere = await stat(path).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false;
        throw error;
      },
    );
    if (isThere) return path;
  }
  return null;
}

/**
 * Writes the files of one ride into a folder that appears whole or not at all. Rejects with the system's error, also when
 * there is such a folder already and it is not empty, or with the signal's reason.
 */
export async function writeAnalysis(
  folder: string,
  line: AnalysedLine,
  series: DisplaySeries,
  signal: AbortSignal,
): Promise<void> {
  const { file, status: _, problem: __, ...result } = line;
  const contents: Readonly<Record<(typeof analysisFiles)[number], string | Uint8Array>> = {
    'result.json': `${JSON.stringify(line, null, 2)}\n`,
    'series.arrow': await toArrow(series),
    'strip.svg': stripPicture(file === '-' ? 'standard input' : basename(file), result),
  };
  const unfinished = join(dirname(folder), `.${basename(folder)}.${process.pid}.unfinished`);
  try {
    await mkdir(unfinished, { recursive: true });
    for (const name of analysisFiles) await writeFile(join(unfinished, name), contents[name], { signal });
    signal.throwIfAborted();
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    signal.throwIfAborted();
    throw error;
  }
}
