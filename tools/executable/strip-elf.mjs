const sectionBytes = 64;
const allocated = 2n;
const noBits = 8;

/**
 * An executable for Linux without what only debuggers read: the symbol table and the debug sections, which lie behind all
 * that is loaded. `strip` does the same; this needs no binutils, works for any processor, and gives the same bytes everywhere.
 *
 * @param {Buffer} elf of 64 bits, little-endian
 * @returns {Buffer} a shorter one that loads the same bytes to the same places
 */
export function stripElf(elf) {
  if (elf.toString('latin1', 0, 6) !== '\x7fELF\x02\x01')
    throw new Error('It is no executable for Linux of 64 bits.');
  const table = Number(elf.readBigUInt64LE(40));
  const count = elf.readUInt16LE(60);
  const sections = Array.from({ length: count }, (_, i) => sectionAt(elf, table + i * sectionBytes));
  const names = sections[elf.readUInt16LE(62)];
  const kept = sections.slice(0, sections.findLastIndex(({ isLoaded }) => isLoaded) + 1);
  if (names === undefined || kept.slice(1).some(({ isLoaded }) => !isLoaded))
    throw new Error('Its sections are not in the order that linkers write; strip it before, with binutils.');
  // Sections name each other by their places, which stay as they are.
  const loaded = align(Math.max(...kept.map(({ end }) => end), elf.readUInt16LE(52)));
  const written = align(loaded + names.bytes.length);
  const header = Buffer.from(elf.subarray(0, 64));
  header.writeBigUInt64LE(BigInt(written), 40);
  header.writeUInt16LE(kept.length + 1, 60);
  header.writeUInt16LE(kept.length, 62);
  const namesEntry = Buffer.from(names.entry);
  namesEntry.writeBigUInt64LE(BigInt(loaded), 24);
  const out = Buffer.alloc(written + (kept.length + 1) * sectionBytes);
  elf.copy(out, 0, 0, loaded);
  header.copy(out);
  names.bytes.copy(out, loaded);
  Buffer.concat([...kept.map(({ entry }) => entry), namesEntry]).copy(out, written);
  return out;
}

/** @param {Buffer} elf @param {number} at */
function sectionAt(elf, at) {
  const entry = elf.subarray(at, at + sectionBytes);
  const start = Number(entry.readBigUInt64LE(24));
  const end = entry.readUInt32LE(4) === noBits ? start : start + Number(entry.readBigUInt64LE(32));
  return {
    entry,
    end,
    bytes: elf.subarray(start, end),
    isLoaded: (entry.readBigUInt64LE(8) & allocated) !== 0n,
  };
}

/** @param {number} offset */
const align = (offset) => Math.ceil(offset / 8) * 8;
