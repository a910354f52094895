import { isArrow } from './decoders/arrow.ts';
import { isMovesense } from './decoders/movesense-json.ts';
import { isFit } from './fit/read-messages.ts';

/** A format that the first bytes of a file give away; null for tables and for what is not known. */
export type FileKind = 'zip' | 'arrow' | 'fit' | 'gpx' | 'tcx' | 'movesense-json';

/** Bytes that are looked at; a document may begin with a long comment. */
const LOOKED_AT = 8192;

/** Tells the format of a file from its first bytes. */
export function kindOf(head: Uint8Array): FileKind | null {
  const text = new TextDecoder('latin1')
    .decode(head.subarray(0, LOOKED_AT))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return 'zip';
  if (isFit(head)) return 'fit';
  if (isArrow(head)) return 'arrow';
  if (text.startsWith('<')) {
    if (/<(?:\w+:)?gpx[\s>]/i.test(text)) return 'gpx';
    if (/<(?:\w+:)?TrainingCenterDatabase[\s>]/.test(text)) return 'tcx';
  }
  return isMovesense(text) ? 'movesense-json' : null;
}
