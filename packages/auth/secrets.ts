import { createHash, randomBytes } from 'node:crypto';

const bytes = 32;
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** 256 random bits for a cookie or a link, as base64url. */
export function newSecret(): string {
  return randomBytes(bytes).toString('base64url');
}

/** A token for programs. Its prefix lets people, and scanners of source code, see what it is. */
export function newTokenSecret(): string {
  let bits = 0n;
  for (const byte of randomBytes(bytes)) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let at = 0; at < Math.ceil((bytes * 8) / 5); at++) {
    text = alphabet[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return `piaffe_${text}`;
}

/**
 * What is stored of a secret, and what it is found by. A lookup by it needs no constant time: what an attacker could
 * measure is a property of the hash, which says nothing about the secret. Random secrets need no salt and no slow hash.
 */
export function sha256(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
