import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may use the service: a name for the log, and the SHA-256 of the token. The token itself is kept nowhere. */
export interface TokenEntry {
  readonly name: string;
  readonly sha256: string;
}

export class TokensNotValid extends Error {
  override readonly name = 'TokensNotValid';
}

const entry = /^([a-z0-9][a-z0-9_.-]{0,39}):([0-9a-f]{64})$/;

/** Entries `name:sha256`, one per line or with commas between; empty lines and those that begin with # say nothing. */
export function readTokens(text: string): readonly TokenEntry[] {
  const lines = text.split(/[\n,]/).map((line) => line.trim());
  const entries = lines.flatMap((line, index) => {
    if (line === '' || line.startsWith('#')) return [];
    const [, name, sha256] = entry.exec(line) ?? [];
    // The line itself may be a token that somebody pasted: it is not repeated.
    if (name === undefined || sha256 === undefined)
      throw new TokensNotValid(
        `entry ${index + 1} of the tokens is not of the form name:sha256; "piaffe compute token NAME" makes one`,
      );
    return [{ name, sha256 }];
  });
  const names = entries.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new TokensNotValid(`the name ${twice} is given to two tokens`);
  return entries;
}

/** A new token, and the entry by which it is known. */
export function makeToken(name: string): { readonly token: string; readonly entry: string } {
  const token = `pct_${randomBytes(32).toString('base64url')}`;
  const line = `${name}:${sha256Of(token)}`;
  if (!entry.test(line))
    throw new TokensNotValid('a name has up to 40 characters: a-z, 0-9, dot, hyphen and underscore');
  return { token, entry: line };
}

/** Whose token it is; null where it is nobody's. Takes as long for one as for another. */
export function ownerOf(token: string, entries: readonly TokenEntry[]): string | null {
  const shown = hash('sha256', token, 'buffer');
  let owner: string | null = null;
  for (const { name, sha256 } of entries) {
    if (timingSafeEqual(shown, Buffer.from(sha256, 'hex'))) owner = name;
  }
  return owner;
}

const sha256Of = (token: string) => hash('sha256', token, 'hex');
