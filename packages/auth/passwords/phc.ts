/** The cost of one argon2id hash: `memory` in KiB, `passes` over it, `parallelism` in lanes. */
export interface PasswordCost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

export interface PasswordHash {
  readonly cost: PasswordCost;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, the form of the Password Hashing Competition. */
export function toPhc({ cost, salt, hash }: PasswordHash): string {
  const parameters = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`;
  return `$argon2id$v=19$${parameters}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Throws when the text is not in that form: then the database is damaged. */
export function fromPhc(text: string): PasswordHash {
  const match = form.exec(text);
  if (match === null) throw new Error('a stored password hash is not in PHC form');
  const [, memory, passes, parallelism, salt, hash] = match as unknown as readonly string[];
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt!, 'base64'),
    hash: Buffer.from(hash!, 'base64'),
  };
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
