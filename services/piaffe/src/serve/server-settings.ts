import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { ServerVariable } from '../environment.ts';

/** What the server has to know before it starts. */
export interface ServerSettings {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly dataFolder: string;
  /** The name of a plan that comes with Piaffe, or the path of a file. */
  readonly plan: string;
  /** Whether a server that nobody has used yet gets a demo stable. */
  readonly demo: boolean;
  /** Where a reverse proxy puts it, such as `/piaffe`; empty at the root. */
  readonly basePath: string;
  readonly drainSeconds: number;
  /** Addresses of the proxies whose word about the client is taken, comma between; null for none. */
  readonly trustProxy: string | null;
  /** How people reach it, where a proxy in front of it does not say so; without a slash at the end. */
  readonly publicUrl: string | null;
  /** Null leaves it to where the log goes. */
  readonly logLevel: LogLevel | null;
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The flags of `piaffe serve` and of the commands beside it, as they were written. */
export interface ServerFlags {
  readonly host?: string;
  readonly port?: string;
  readonly data?: string;
  readonly plan?: string;
  /** False for `--no-demo`. */
  readonly demo?: boolean;
  readonly basePath?: string;
}

/** A flag or a variable says what cannot be; the message says which, and what could be. */
export class SettingNotValid extends Error {
  override readonly name = 'SettingNotValid';
}

/** Flags win over the environment. Throws `SettingNotValid`. */
export function serverSettings(
  flags: ServerFlags,
  environment: Partial<Record<ServerVariable, string>>,
): ServerSettings {
  const read = <T>(
    variable: ServerVariable,
    flag: Exclude<keyof ServerFlags, 'demo'> | null,
    check: Check<T>,
    otherwise: T,
  ) => {
    const said = flag === null ? undefined : flags[flag];
    const text = said ?? environment[variable];
    if (text === undefined) return otherwise;
    const problem = (sentence: string) => {
      const name =
        said === undefined ? variable : `--${flag?.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;
      return new SettingNotValid(`${name} "${text}" will not do. ${sentence}`);
    };
    return check(text.trim(), problem);
  };
  return {
    host: read('PIAFFE_HOST', 'host', host, '127.0.0.1'),
    port: read('PIAFFE_PORT', 'port', wholeNumber(0, 65535), 7470),
    dataFolder: resolve(read('PIAFFE_DATA', 'data', notEmpty, 'data')),
    plan: read('PIAFFE_PLAN', 'plan', notEmpty, 'default'),
    demo: flags.demo !== false && read('PIAFFE_DEMO', null, yesOrNo, true),
    basePath: read('PIAFFE_BASE_PATH', 'basePath', basePath, ''),
    drainSeconds: read('PIAFFE_DRAIN_SECONDS', null, wholeNumber(0, 86400), 10),
    trustProxy: read('PIAFFE_TRUST_PROXY', null, proxies, null),
    publicUrl: read('PIAFFE_PUBLIC_URL', null, publicUrl, null),
    logLevel: read('PIAFFE_LOG_LEVEL', null, logLevel, null),
  };
}

type Check<T> = (text: string, problem: (sentence: string) => SettingNotValid) => T;

const notEmpty: Check<string> = (text, problem) => {
  if (text === '') throw problem('It is empty.');
  return text;
};

const host: Check<string> = (text, problem) => {
  const bare = text.replace(/^\[(.*)\]$/, '$1');
  if (isIP(bare) > 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(bare)) return bare;
  throw problem('It is an address such as 127.0.0.1, 0.0.0.0 for all of the machine, or a host name.');
};

function wholeNumber(least: number, most: number): Check<number> {
  return (text, problem) => {
    if (/^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    throw problem(`It is a whole number from ${least} to ${most}.`);
  };
}

const yesOrNo: Check<boolean> = (text, problem) => {
  if (/^(1|true|yes|on)$/i.test(text)) return true;
  if (/^(0|false|no|off)$/i.test(text)) return false;
  throw problem('It is 1 or 0.');
};

const basePath: Check<string> = (text, problem) => {
  const path = text.replace(/\/+$/, '');
  if (path === '' || /^(\/[\w.~-]*[\w~-])+$/.test(path)) return path;
  throw problem('It begins with a slash, such as /piaffe, and has letters, digits, dots and hyphens.');
};

const proxies: Check<string | null> = (text, problem) => {
  if (/^(0|false|no|off)$/i.test(text)) return null;
  const addresses = text.split(',').map((address) => address.trim());
  if (addresses.every(isProxy)) return addresses.join(',');
  throw problem(
    'It lists the addresses of your reverse proxies, comma between: 10.0.0.2, 172.16.0.0/12, or loopback. ' +
      'To trust everybody would let everybody choose the address they are known by.',
  );
};

function isProxy(address: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(address)) return true;
  const [, ip = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(address) ?? [];
  const version = isIP(ip);
  return version > 0 && (bits === undefined || Number(bits) <= (version === 4 ? 32 : 128));
}

const publicUrl: Check<string | null> = (text, problem) => {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol) && url.search + url.hash === '' && url.username === '') {
    return url.href.replace(/\/+$/, '');
  }
  throw problem(
    'It is what people type to get here, such as https://rides.example.org or with /piaffe behind it.',
  );
};

const logLevel: Check<LogLevel> = (text, problem) => {
  const level = logLevels.find((each) => each === text.toLowerCase());
  if (level !== undefined) return level;
  throw problem(`It is one of ${logLevels.join(', ')}.`);
};
