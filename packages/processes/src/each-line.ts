import type { Readable } from 'node:stream';

/** Tells the lines of a stream as they come. One that is longer than that many characters is told in pieces. */
export function eachLine(stream: Readable, tell: (line: string) => void, longest = Infinity): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      tell(rest + text.slice(from, end));
      rest = '';
      from = end + 1;
    }
    rest += text.slice(from);
    if (rest.length <= longest) return;
    tell(rest);
    rest = '';
  });
  stream.on('end', () => {
    if (rest !== '') tell(rest);
  });
}
