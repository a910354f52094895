/** More than any answer, and less than what would take the memory of whoever asked. */
const longestLine = 256 * 1024 * 1024;

/** Puts lines together from the chunks they come in. What it returns throws for a line that has no end. */
export function eachLine(hear: (line: string) => void): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  let length = 0;
  return (chunk) => {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      const last = chunk.subarray(from, end);
      hear((parts.length === 0 ? last : Buffer.concat([...parts, last])).toString());
      parts = [];
      length = 0;
      from = end + 1;
    }
    if (from === chunk.length) return;
    parts.push(chunk.subarray(from));
    // A buffer of its own for each byte would take more memory than the line.
    if (parts.length === 1_024) parts = [Buffer.concat(parts)];
    length += chunk.length - from;
    if (length > longestLine) throw new RangeError('a line of the answer has no end');
  };
}
