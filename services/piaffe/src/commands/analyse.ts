import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Call } from '@piaffe/kernel';
import { Command } from 'commander';
import { analyseFile } from '../analyse-file.ts';
import { analysisFiles, analysisFolderName, firstTaken, writeAnalysis } from '../analysis-folder.ts';
import { bindAggregation } from '../compose/aggregation.ts';
import { exitCodes } from '../exit-codes.ts';
import { faultText } from '../fault-text.ts';
import { harmless, harmlessJson } from '../harmless.ts';
import { openLocalFile, sizeOfLocalFile } from '../local-files.ts';
import { progressBar } from '../progress-bar.ts';
import { closingLine } from '../render/closing-line.ts';
import { report } from '../render/report.ts';
import { terminalOf } from '../terminal.ts';
import { whyNotWritten } from '../why-not-written.ts';
import type { CommandContext } from './command-context.ts';
import { addRecordingFlags, type RecordingFlags, settingsFrom } from './recording-flags.ts';

type Flags = RecordingFlags & { readonly json?: true; readonly out?: string };

const examples = `
Examples:
  piaffe analyse ride.csv
      gaits, reins, symmetry and load of one ride, as a table
  piaffe analyse --horse Luna --type dressage monday.csv tuesday.csv
      two rides, with what you know about them
  piaffe analyse --json *.csv > rides.jsonl
      one JSON object per file and line, for other programs
  piaffe analyse --out rides monday.csv tuesday.csv
      writes the folders rides/1-monday and rides/2-tuesday, with result.json (the same as --json),
      series.arrow (one value a second, for Python, R and others) and strip.svg (the ride as a picture)
  piaffe analyse ride.csv --with watch.gpx --with belt.fit
      heart rate and position from other devices, brought together by the times of day in the files
  piaffe analyse --columns "t=Zeit,ax=X,ay=Y,az=Z" --units time=ms,acc=m/s2 odd.csv
      a CSV whose header says too little

A file that cannot be used is reported with its reason, and the next one is analysed. Nothing is ever
written over: --out refuses to start where one of its folders is there already.
Exit code: 0 all analysed, 64 wrong usage, 65 a file was not usable, 70 a fault of Piaffe itself,
130 or 143 interrupted.`;

export function analyseCommand(context: CommandContext): Command {
  const command = new Command('analyse')
    .summary('turn recordings of a motion sensor into the metrics of the ride')
    .description(
      'Turns recordings of a motion sensor on a horse into the metrics of the ride: gaits, cadence, elevation, ' +
        'regularity, symmetry, reins, transitions, jumps and load, and heart rate, distance and speed where they were ' +
        'recorded. The format of a file is found from its content.',
    )
    .argument(
      '<file...>',
      'recordings: CSV or TSV, raw MPU counts, Sensor Logger, phyphox, Movesense, FIT, GPX, TCX, Arrow; - is standard input',
    )
    .option('--json', 'print one JSON object per file (schema: contracts/analyse.schema.json)')
    .option('--out <folder>', 'write a folder into it for each file: result, series and picture');
  return addRecordingFlags(command)
    .addHelpText('after', examples)
    .action(async (files: string[], flags: Flags) => {
      const refuse = (sentence: string) => command.error(`error: ${sentence}`);
      context.finish(await analyse(files, flags, context, refuse));
    });
}

/** One file after another: each has the whole memory to itself. */
async function analyse(
  files: readonly string[],
  flags: Flags,
  context: CommandContext,
  refuse: (sentence: string) => never,
): Promise<number> {
  const { environment, stdout, stderr, signal } = context;
  if (flags.with !== undefined && files.length > 1)
    refuse('--with belongs to one ride; name its recording alone.');
  const aggregation = await bindAggregation({
    size: sizeOfLocalFile,
    open: (path) => openLocalFile(path, signal),
  });
  const folders = flags.out === undefined ? null : await freeFolders(flags.out, files, refuse);
  const settings = settingsFrom(flags);
  const terminal = terminalOf(stdout, environment);
  const rejected: string[] = [];
  let faulty = false;

  for (const [index, file] of files.entries()) {
    const title = files.length > 1 ? `${file} (${index + 1} of ${files.length})` : file;
    const bar = progressBar(stderr, title);
    const call: Call = { signal, onProgress: (progress) => bar.show(progress) };
    const { line, series, fault } = await analyseFile(aggregation, file, settings, call).finally(() =>
      bar.clear(),
    );
    // Computing leaves no room to hear of an interruption; it is waiting now.
    await setImmediate();
    signal.throwIfAborted();
    const text = flags.json ? harmlessJson(line) : report(line, terminal).join('\n');
    stdout.write(`${text}\n`);
    if (folders && series) {
      const folder = folders[index];
      await writeAnalysis(folder, line, series, signal).catch((error) => {
        signal.throwIfAborted();
        refuse(`${folder} cannot be written: ${whyNotWritten(error)}`);
      });
      if (!flags.json) stdout.write(`${harmless(folder)}: ${analysisFiles.join(', ')}\n\n`);
    }
    if (fault !== null) stderr.write(faultText(fault, environment));
    if (line.status === 'rejected') rejected.push(file);
    faulty ||= fault !== null;
  }
  if (files.length > 1 && !flags.json) {
    stdout.write(`${closingLine(files.length, rejected, terminal).join('\n')}\n`);
  }
  if (faulty) return exitCodes.ownFault;
  return rejected.length > 0 ? exitCodes.inputRejected : exitCodes.allWell;
}

/** The folder of each file, none of which is there yet, in `out`, which is. */
async function freeFolders(
  out: string,
  files: readonly string[],
  refuse: (sentence: string) => never,
): Promise<readonly string[]> {
  const folders = files.map((file, index) => join(out, analysisFolderName(index, file)));
  await mkdir(out, { recursive: true }).catch((error) => {
    refuse(`${out} cannot be written: ${whyNotWritten(error)}`);
  });
  const taken = await firstTaken(folders);
  if (taken !== null)
    refuse(`${taken} is there already, and nothing is written over; name another folder with --out.`);
  return folders;
}
