/** How numbers of a base type of the FIT protocol are written, and which of them says "no value". */
interface BaseType {
  readonly bytes: 1 | 2 | 4 | 8;
  read(view: DataView, at: number, littleEndian: boolean): number;
}

const unless = (invalid: number, value: number) => (value === invalid ? Number.NaN : value);

const uint8: BaseType = { bytes: 1, read: (view, at) => unless(0xff, view.getUint8(at)) };
const uint8z: BaseType = { bytes: 1, read: (view, at) => unless(0, view.getUint8(at)) };

/** By the number in the lower five bits of the type's byte; text and 64-bit integers are not among them. */
export const BASE_TYPES: Readonly<Record<number, BaseType>> = {
  0: uint8,
  1: { bytes: 1, read: (view, at) => unless(0x7f, view.getInt8(at)) },
  2: uint8,
  3: { bytes: 2, read: (view, at, little) => unless(0x7fff, view.getInt16(at, little)) },
  4: { bytes: 2, read: (view, at, little) => unless(0xffff, view.getUint16(at, little)) },
  5: { bytes: 4, read: (view, at, little) => unless(0x7fff_ffff, view.getInt32(at, little)) },
  6: { bytes: 4, read: (view, at, little) => unless(0xffff_ffff, view.getUint32(at, little)) },
  8: { bytes: 4, read: (view, at, little) => view.getFloat32(at, little) },
  9: { bytes: 8, read: (view, at, little) => view.getFloat64(at, little) },
  10: uint8z,
  11: { bytes: 2, read: (view, at, little) => unless(0, view.getUint16(at, little)) },
  12: { bytes: 4, read: (view, at, little) => unless(0, view.getUint32(at, little)) },
  13: uint8,
};
