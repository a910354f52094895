import { type DecodeOptions, decodeRecording, type RecordedMotion, type Recording } from '../src/index.ts';

/** A decoded file whose motion lies flat beside the rest, for tests that are about the motion. */
export type DecodedMotion = Omit<Recording, 'motion'> & RecordedMotion;

export async function decodeMotion(
  source: AsyncIterable<Uint8Array>,
  options: DecodeOptions = {},
): Promise<DecodedMotion> {
  const { motion, ...rest } = await decodeRecording(source, options);
  if (!motion) throw new Error(`no motion in this ${rest.format} file`);
  return { ...rest, ...motion };
}
