import { parseNumber } from './number.ts';

/** What to do with the parts of a document as they come. */
export interface JsonHandler {
  /** `path` holds the names of what is open, with an empty one for an element of an array; the new one is the last. */
  open(path: readonly string[]): void;
  close(path: readonly string[]): void;
  number(path: readonly string[], value: number): void;
}

/** How a document came to its end. */
interface JsonEnd {
  /** What is wrong with the document from some line on, which was not read; null when nothing is. */
  readonly brokenAt: { readonly line: number; readonly problem: string } | null;
}

const DEEPEST = 64;
const LONGEST_TOKEN = 65_536;
/** Some writers let through what JSON has no number for. */
const WORDS = ['true', 'false', 'null', 'NaN', 'Infinity', '-Infinity'];
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

class Broken extends Error {}

/** Reads JSON piece by piece. Only names and numbers are kept; texts are passed over. */
class JsonReader {
  line = 1;
  readonly #handler: JsonHandler;
  readonly #path: string[] = [];
  /** True for an object, false for an array. */
  readonly #objects: boolean[] = [];
  readonly #token = new Uint8Array(LONGEST_TOKEN);
  readonly #decoder = new TextDecoder();
  #length = 0;
  #in: 'nothing' | 'string' | 'escape' | 'word' = 'nothing';
  #expects: 'value' | 'name' | 'colon' | 'comma' = 'value';
  /** True right after a bracket, where it may close again. */
  #mayClose = false;

  constructor(handler: JsonHandler) {
    this.#handler = handler;
  }

  write(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (this.#in === 'string') {
        if (byte === QUOTE) this.#endString();
        else {
          if (byte === BACKSLASH) this.#in = 'escape';
          this.#keep(byte);
        }
      } else if (this.#in === 'escape') {
        this.#in = 'string';
        this.#keep(byte);
      } else if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
        if (byte === 0x0a) this.line++;
        this.#endWord();
      } else if (byte === 0x2c || byte === 0x3a || byte === 0x5d || byte === 0x7d) {
        this.#endWord();
        this.#take(byte);
      } else if (this.#in === 'word') this.#keep(byte);
      else this.#take(byte);
    }
  }

  end(): void {
    this.#endWord();
    if (this.#in !== 'nothing' || this.#objects.length > 0) throw new Broken('it breaks off');
  }

  #keep(byte: number): void {
    if (this.#length === LONGEST_TOKEN) throw new Broken('a text or number that does not end');
    this.#token[this.#length++] = byte;
  }

  #take(byte: number): void {
    const inObject = this.#objects.at(-1);
    switch (byte) {
      case QUOTE:
        if (this.#expects !== 'name' && this.#expects !== 'value') throw unexpected(byte);
        this.#in = 'string';
        this.#length = 0;
        return;
      case 0x7b: // {
      case 0x5b: // [
        if (this.#expects !== 'value') throw unexpected(byte);
        this.#openOne(byte === 0x7b);
        return;
      case 0x7d: // }
      case 0x5d: // ]
        if (inObject !== (byte === 0x7d) || !(this.#mayClose || this.#expects === 'comma'))
          throw unexpected(byte);
        // Of an empty array, the element that never came.
        if (this.#mayClose && !inObject) this.#path.pop();
        this.#handler.close(this.#path);
        this.#objects.pop();
        this.#endValue();
        return;
      case 0x3a: // :
        if (this.#expects !== 'colon') throw unexpected(byte);
        this.#expects = 'value';
        return;
      case 0x2c: // ,
        if (this.#expects !== 'comma' || inObject === undefined) throw unexpected(byte);
        this.#expects = inObject ? 'name' : 'value';
        if (!inObject) this.#path.push('');
        return;
      default:
        if (byte === 0xef || byte === 0xbb || byte === 0xbf) return;
        if (this.#expects !== 'value') throw unexpected(byte);
        if (this.#objects.length === 0) this.#path.push('');
        this.#in = 'word';
        this.#length = 0;
        this.#keep(byte);
    }
  }

  #openOne(isObject: boolean): void {
    if (this.#objects.length === DEEPEST) throw new Broken(`more than ${DEEPEST} levels`);
    if (this.#objects.length === 0) this.#path.push('');
    this.#handler.open(this.#path);
    this.#objects.push(isObject);
    this.#expects = isObject ? 'name' : 'value';
    if (!isObject) this.#path.push('');
    this.#mayClose = true;
  }

  #endString(): void {
    this.#in = 'nothing';
    this.#mayClose = false;
    if (this.#expects === 'name') {
      this.#path.push(this.#decoder.decode(this.#token.subarray(0, this.#length)));
      this.#expects = 'colon';
    } else this.#endValue();
  }

  #endWord(): void {
    if (this.#in !== 'word') return;
    this.#in = 'nothing';
    this.#mayClose = false;
    const number = parseNumber(this.#token, 0, this.#length);
    if (!Number.isNaN(number)) this.#handler.number(this.#path, number);
    else {
      const word = this.#decoder.decode(this.#token.subarray(0, this.#length));
      if (!WORDS.includes(word)) throw new Broken(`"${word.slice(0, 20)}" where a value was expected`);
    }
    this.#endValue();
  }

  #endValue(): void {
    this.#mayClose = false;
    if (this.#objects.length === 0) {
      // Documents may follow each other, a line each.
      this.#path.length = 0;
      this.#expects = 'value';
      return;
    }
    this.#path.pop();
    this.#expects = 'comma';
  }
}

function unexpected(byte: number): Broken {
  return new Broken(`"${String.fromCharCode(byte)}" where it was not expected`);
}

/** Reads a document, or several one after the other. What came before the first fault has been handed over by then. */
export async function readJson(stream: AsyncIterable<Uint8Array>, handler: JsonHandler): Promise<JsonEnd> {
  const reader = new JsonReader(handler);
  try {
    for await (const chunk of stream) reader.write(chunk);
    reader.end();
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { brokenAt: { line: reader.line, problem: error.message } };
  }
  return { brokenAt: null };
}
