import type { Progress } from '@piaffe/kernel';
import { harmless } from './harmless.ts';

const barCells = 20;

/** Draws progress over itself on a terminal. Call `clear` before anything else is written there. */
interface ProgressBar {
  show(progress: Progress): void;
  clear(): void;
}

/** Nothing is drawn where the stream is no terminal: a log is not the place for it. */
export function progressBar(stream: NodeJS.WriteStream, title: string): ProgressBar {
  if (!stream.isTTY) return { show() {}, clear() {} };
  let drawn = '';
  return {
    show(progress) {
      const line = progressLine(title, progress, stream.columns || 80);
      if (line === drawn) return;
      stream.write(`\r\x1b[2K${line}`);
      drawn = line;
    },
    clear() {
      if (drawn !== '') stream.write('\r\x1b[2K');
      drawn = '';
    },
  };
}

/** One line shorter than `columns`, so that it never wraps. */
export function progressLine(title: string, { share, step }: Progress, columns: number): string {
  const bounded = Math.min(Math.max(share, 0), 1);
  const full = Math.round(bounded * barCells);
  const percent = `${Math.round(bounded * 100)}`.padStart(3);
  const bar = `${'█'.repeat(full)}${'░'.repeat(barCells - full)} ${percent} %`;
  return `${bar}  ${harmless(title)}: ${harmless(step)}`.slice(0, columns - 1).toWellFormed();
}
