import { SaxesParser } from 'saxes';
import { RecordingRejected } from '../rejection.ts';

/** What to do with the elements of a document as they come; names are without their prefix. */
export interface XmlHandler {
  /** `path` holds the names of the open elements, the new one last. */
  open(path: readonly string[], attributes: Readonly<Record<string, string>>): void;
  /** `text` is what stood in the element outside of its children, without white space around it. */
  close(path: readonly string[], text: string): void;
}

const DEEPEST = 64;
/** Characters between two tags, and of one tag: no track has more, and all of them are held in memory. */
const LONGEST_STRETCH = 1_000_000;

/** How a document came to its end. */
interface XmlEnd {
  /** What is wrong with the document from some line on, which was not read; null when nothing is. */
  readonly brokenAt: { readonly line: number; readonly problem: string } | null;
}

class Broken extends Error {}

/**
 * Reads a document piece by piece, strictly. What was well-formed before the first fault has been handed over by then.
 * A document type is refused: nothing that is declared in a document is ever resolved, fetched or expanded.
 * @throws RecordingRejected `unsafe-file`; whatever the stream throws
 */
export async function readXml(
  stream: AsyncIterable<Uint8Array>,
  encoding: string,
  handler: XmlHandler,
): Promise<XmlEnd> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const path: string[] = [];
  const texts: string[] = [];
  let sinceTag = 0;
  parser.on('doctype', () => {
    throw new RecordingRejected(
      'unsafe-file',
      `Line ${parser.line} declares a document type, which no track needs and which can make a reader fetch or expand what it should not; export the file again without one.`,
    );
  });
  parser.on('error', (error) => {
    throw new Broken(error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0;
    if (path.length >= DEEPEST) throw new Broken(`elements more than ${DEEPEST} deep`);
    path.push(name.slice(name.indexOf(':') + 1));
    texts.push('');
    handler.open(path, attributes);
  });
  parser.on('text', (text) => {
    if (texts.length > 0) texts[texts.length - 1] += text;
  });
  parser.on('cdata', (text) => {
    if (texts.length > 0) texts[texts.length - 1] += text;
  });
  parser.on('closetag', () => {
    sinceTag = 0;
    handler.close(path, texts.pop()!.trim());
    path.pop();
  });
  const decoder = new TextDecoder(encoding);
  try {
    for await (const chunk of stream) {
      sinceTag += chunk.length;
      if (sinceTag > LONGEST_STRETCH + chunk.length) throw new Broken('no tag for more than a megabyte');
      parser.write(decoder.decode(chunk, { stream: true }));
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { brokenAt: { line: parser.line, problem: error.message.replace(/^\d+:\d+: /, '') } };
  }
  return { brokenAt: null };
}

/** The encoding that an XML declaration names, where it can be decoded; UTF-8 otherwise. */
export function xmlEncoding(head: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(head.subarray(0, 200));
  const named = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  // What came as UTF-16 was made UTF-8 before.
  if (!named || /^utf-?16/i.test(named)) return 'utf-8';
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return 'utf-8';
  }
}
