import type { Readable } from 'node:stream';
import { Type } from 'typebox';

/** A body, of a request or of an answer, that is a file as it is. */
export const fileBytes = Type.Unsafe<Readable | Uint8Array>({ type: 'string', format: 'binary' });
