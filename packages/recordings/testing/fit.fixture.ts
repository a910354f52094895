import { FitBaseType, FitEncoder, type FitEncoderField } from 'fit-file-parser/encoder';
import type { Motion } from './ride.fixture.ts';
import type { TrackPoint } from './track.fixture.ts';

/** How a device writes its motion. */
export interface FitOptions {
  /** s since 1970 of the motion's zero; whole seconds. */
  readonly start: number;
  readonly acceleration: 'calibrated' | 'thousandths' | 'counts' | 'none';
  /** Counts without what makes them g. */
  readonly uncalibrated?: boolean;
  /** Sensors count from when the device was switched on, and a message tells when that was. */
  readonly sinceSwitchedOn?: boolean;
  readonly track?: readonly TrackPoint[];
  readonly samplesPerMessage?: number;
}

const FIT_EPOCH = 631_065_600;
const COUNTS_PER_G = 4096;
const COUNTS_PER_DEGREE = 16;
const LEVEL = 32_768;

const uint32 = (number: number, value: number): FitEncoderField => ({
  number,
  size: 4,
  baseType: FitBaseType.Uint32,
  value,
});
const uint16 = (number: number, value: number): FitEncoderField => ({
  number,
  size: 2,
  baseType: FitBaseType.Uint16,
  value,
});
const uint8 = (number: number, value: number, baseType = FitBaseType.Uint8): FitEncoderField => ({
  number,
  size: 1,
  baseType,
  value,
});

function list(
  number: number,
  values: readonly number[],
  type: 'uint16' | 'sint16' | 'sint32' | 'float32',
): FitEncoderField {
  const arrays = { uint16: Uint16Array, sint16: Int16Array, sint32: Int32Array, float32: Float32Array };
  const types = {
    uint16: FitBaseType.Uint16,
    sint16: FitBaseType.Sint16,
    sint32: FitBaseType.Sint32,
    float32: FitBaseType.Float32,
  };
  const value = new Uint8Array(arrays[type].from(values).buffer);
  return { number, size: value.length, baseType: types[type], value };
}

/** A FIT file of the motion, by the encoder of another project. */
export function fitOf(motion: Motion, options: FitOptions): Uint8Array {
  const {
    start,
    acceleration,
    uncalibrated = false,
    sinceSwitchedOn = false,
    track = [],
    samplesPerMessage = 25,
  } = options;
  const encoder = new FitEncoder({ protocolVersion: 0x20 });
  const begin = start - FIT_EPOCH;
  const switchedOn = sinceSwitchedOn ? begin - 1000 : 0;
  encoder.writeMessage(0, [uint8(0, 4, FitBaseType.Enum), uint32(4, begin)]);
  if (sinceSwitchedOn)
    encoder.writeMessage(162, [
      uint32(253, begin),
      uint32(1, begin - switchedOn),
      uint16(4, 250),
      uint16(5, 250),
    ]);
  const calibration = (sensor: number, perUnit: number) =>
    encoder.writeMessage(167, [
      uint32(253, begin - switchedOn),
      uint8(0, sensor, FitBaseType.Enum),
      uint32(1, 1),
      uint32(2, perUnit),
      uint32(3, LEVEL),
      list(4, [10, -20, 30], 'sint32'),
      // The sensor is turned by a quarter in its device: x is the device's y.
      list(5, [0, -65_535, 0, 65_535, 0, 0, 0, 0, 65_535], 'sint32'),
    ]);
  if (acceleration === 'counts' && !uncalibrated) {
    calibration(0, COUNTS_PER_G);
    calibration(1, COUNTS_PER_DEGREE);
  }
  for (let from = 0; from < motion.time.length && acceleration !== 'none'; from += samplesPerMessage) {
    const count = Math.min(samplesPerMessage, motion.time.length - from);
    const rows = Array.from({ length: count }, (_, i) => from + i);
    const at = motion.time[from]!;
    const whole = Math.floor(at);
    const times = [
      uint32(253, begin + whole - switchedOn),
      uint16(0, Math.round((at - whole) * 1000)),
      list(
        1,
        rows.map((row) => Math.round((motion.time[row]! - at) * 1000)),
        'uint16',
      ),
    ];
    const axes = (
      vectors: Motion['acceleration'],
      first: number,
      scale: number,
      type: 'float32' | 'sint16',
    ) =>
      [0, 1, 2].map((axis) =>
        list(
          first + axis,
          rows.map((row) => vectors[row]![axis]! * scale),
          type,
        ),
      );
    const counts = (vectors: Motion['acceleration'], perUnit: number) => {
      // What the calibration undoes: turned back, scaled, its offset and level added.
      const raw = rows.map((row) => {
        const [x, y, z] = vectors[row]!;
        return uncalibrated ? [x, y, z] : [y, -x, z];
      });
      const offset = uncalibrated ? [0, 0, 0] : [LEVEL + 10, LEVEL - 20, LEVEL + 30];
      return [0, 1, 2].map((axis) =>
        list(
          2 + axis,
          raw.map((vector) => (Math.round(vector[axis]! * perUnit) + offset[axis]!) & 0xffff),
          'uint16',
        ),
      );
    };
    encoder.writeMessage(165, [
      ...times,
      ...(acceleration === 'counts'
        ? counts(motion.acceleration, COUNTS_PER_G)
        : acceleration === 'calibrated'
          ? axes(motion.acceleration, 5, 1, 'float32')
          : axes(motion.acceleration, 8, 1000, 'sint16')),
    ]);
    encoder.writeMessage(164, [
      ...times,
      ...(acceleration === 'counts'
        ? counts(motion.angularRate, COUNTS_PER_DEGREE)
        : axes(motion.angularRate, 5, 1, 'float32')),
    ]);
  }
  for (const { at, latitude, longitude, altitude, speed, bpm } of track) {
    encoder.writeMessage(20, [
      uint32(253, Math.round(at) - FIT_EPOCH),
      {
        number: 0,
        size: 4,
        baseType: FitBaseType.Sint32,
        value: latitude === undefined ? 0x7fff_ffff : Math.round((latitude / 180) * 2 ** 31),
      },
      {
        number: 1,
        size: 4,
        baseType: FitBaseType.Sint32,
        value: Math.round(((longitude ?? 0) / 180) * 2 ** 31),
      },
      uint16(2, Math.round(((altitude ?? 0) + 500) * 5)),
      uint16(6, Math.round((speed ?? 0) * 1000)),
      uint8(3, bpm ?? 255),
    ]);
  }
  return encoder.close();
}
