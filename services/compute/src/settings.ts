import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { readTokens, type TokenEntry, TokensNotValid } from './tokens/tokens.ts';

/** What the service has to know before it starts. */
export interface ComputeSettings {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The data folder of a server, whose recordings are read where they are; null for none. */
  readonly dataFolder: string | null;
  /** What the computation may take, in MB, all its workers together. */
  readonly memoryMb: number;
  /** How many recordings are worked on at once. */
  readonly workers: number;
  /** Room for what is sent to be worked on, in MB. */
  readonly scratchMb: number;
  readonly tokens: readonly TokenEntry[];
}

/** Flags as they were written. */
export interface ComputeFlags {
  readonly host?: string;
  readonly port?: string;
  readonly data?: string;
  readonly memoryMb?: string;
  readonly workers?: string;
  readonly scratchMb?: string;
}

/** A flag or a variable says what cannot be; the message says which, and what could be. */
export class SettingNotValid extends Error {
  override readonly name = 'SettingNotValid';
}

/** Flags win over `variables`, those of the environment; `tokens` is what PIAFFE_COMPUTE_TOKENS or its file says. */
export function computeSettings(
  flags: ComputeFlags,
  variables: Readonly<Record<string, string | undefined>>,
  tokens: string,
): ComputeSettings {
  const said = (flag: keyof ComputeFlags, variable: string) =>
    flags[flag] ?? (variables[variable] || undefined);
  const wholeNumber = (
    flag: keyof ComputeFlags,
    variable: string,
    least: number,
    most: number,
    otherwise: number,
  ) => {
    const text = said(flag, variable);
    if (text === undefined) return otherwise;
    if (/^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    throw new SettingNotValid(
      `${variable} or its flag: "${text}" is no whole number from ${least} to ${most}.`,
    );
  };
  const data = said('data', 'PIAFFE_COMPUTE_DATA');
  const settings: ComputeSettings = {
    host: said('host', 'PIAFFE_COMPUTE_HOST') ?? '127.0.0.1',
    port: wholeNumber('port', 'PIAFFE_COMPUTE_PORT', 0, 65535, 7471),
    dataFolder: data === undefined ? null : resolve(data),
    memoryMb: wholeNumber('memoryMb', 'PIAFFE_COMPUTE_MEMORY_MB', 256, 1_048_576, 2048),
    workers: wholeNumber('workers', 'PIAFFE_COMPUTE_WORKERS', 1, 64, 2),
    scratchMb: wholeNumber('scratchMb', 'PIAFFE_COMPUTE_SCRATCH_MB', 1, 16_777_216, 4096),
    tokens: entriesOf(tokens),
  };
  if (settings.tokens.length === 0 && !isLoopback(settings.host)) {
    throw new SettingNotValid(
      `Without tokens it serves this machine alone, and ${settings.host} is for others too. "piaffe compute token NAME" ` +
        'makes a token; PIAFFE_COMPUTE_TOKENS, or the file that PIAFFE_COMPUTE_TOKENS_FILE names, lists the entries.',
    );
  }
  return settings;
}

function entriesOf(text: string): readonly TokenEntry[] {
  try {
    return readTokens(text);
  } catch (error) {
    if (error instanceof TokensNotValid)
      throw new SettingNotValid(`PIAFFE_COMPUTE_TOKENS: ${error.message}.`);
    throw error;
  }
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}
