import type { Readable } from 'node:stream';

const longestLine = 16_384;

/** Tells the lines of a stream as they come. One that never ends is told in pieces. */
export function eachLine(stream: Readable, tell: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    for (const line of lines) tell(line);
    if (rest.length > longestLine) {
      tell(rest);
      rest = '';
    }
  });
  stream.on('end', () => {
    if (rest !== '') tell(rest);
  });
}
