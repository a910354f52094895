import { examine, openStore } from '@piaffe/storage';
import { Command } from 'commander';
import { allMigrations, allReferences } from '../compose/data-folder.ts';
import { examineDemo } from '../doctor/examine-demo.ts';
import { examineSurroundings } from '../doctor/examine-surroundings.ts';
import type { Finding } from '../doctor/finding.ts';
import { findingsText } from '../doctor/findings-text.ts';
import { exitCodes } from '../exit-codes.ts';
import { harmlessJson } from '../harmless.ts';
import { progressBar } from '../progress-bar.ts';
import { paintFor } from '../render/style.ts';
import type { ServerSettings } from '../serve/server-settings.ts';
import { terminalOf } from '../terminal.ts';
import type { CommandContext } from './command-context.ts';
import { addServerFlags, settingsOf } from './server-flags.ts';

const help = `
Reads every recording and result, which takes a while; changes nothing, and may be run beside a running server.
  ✔ is well   ! look at it   ✖ is wrong, with what to do about it
Exit code: 0 nothing is wrong, 64 wrong usage, 65 something is wrong, 70 a fault of Piaffe itself.`;

export function doctorCommand(context: CommandContext): Command {
  const command = new Command('doctor')
    .summary('say what is wrong with a data folder or its server, and how to mend it')
    .description(
      'Looks at a data folder, and at what its server needs: says what is wrong, and how to mend it.',
    )
    .option('--json', 'print one JSON object: {"folder", "findings": [{"code", "severity", "what", "mend"}]}')
    .addHelpText('after', help);
  return addServerFlags(command, ['data', 'port', 'host', 'plan']).action(async (flags: { json?: true }) => {
    const settings = settingsOf(command, context.environment);
    const findings = await allFindings(settings, context);
    context.stdout.write(`${flags.json ? asJson(settings, findings) : asText(findings, context)}\n`);
    const isWrong = findings.some(({ severity }) => severity === 'problem');
    context.finish(isWrong ? exitCodes.inputRejected : exitCodes.allWell);
  });
}

async function allFindings(
  settings: ServerSettings,
  { stderr, signal }: CommandContext,
): Promise<readonly Finding[]> {
  const surroundings = await examineSurroundings(settings);
  const bar = progressBar(stderr, settings.dataFolder);
  const folder = await examine(settings.dataFolder, {
    migrations: await allMigrations(),
    referenced: allReferences,
    onProgress: (progress) => bar.show(progress),
    signal,
  }).finally(() => bar.clear());
  return [...surroundings, ...folder, ...(await demoFindings(settings, folder))];
}

/** What a damaged, or an older, database would say of it is not asked. */
async function demoFindings(
  { dataFolder }: ServerSettings,
  folder: readonly Finding[],
): Promise<readonly Finding[]> {
  const isWell = (asked: string) => folder.some(({ code, severity }) => code === asked && severity === 'ok');
  if (!isWell('database') || !isWell('version')) return [];
  await using store = await openStore(dataFolder, { migrations: await allMigrations(), lock: false });
  return [await examineDemo(store.database)];
}

function asJson({ dataFolder }: ServerSettings, findings: readonly Finding[]): string {
  return harmlessJson({ folder: dataFolder, findings });
}

function asText(findings: readonly Finding[], { stdout, environment }: CommandContext): string {
  const { width, colour } = terminalOf(stdout, environment);
  return findingsText(findings, width, paintFor(colour)).join('\n');
}
