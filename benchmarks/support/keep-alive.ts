import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const endOfHeaders = Buffer.from('\r\n\r\n');

/**
 * One connection that asks the same again and again. It reads no more of an answer than has to be read, so that the
 * sender of a load is not what is measured.
 */
export class KeepAlive {
  readonly #socket: Socket;
  readonly #request: Buffer;
  #answered: PromiseWithResolvers<number> | null = null;
  #received: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket, request: Buffer) {
    this.#socket = socket;
    this.#request = request;
    socket.setNoDelay(true).on('data', (chunk: Buffer) => this.#read(chunk));
    socket.on('close', () => this.#answered?.reject(new Error('the connection was closed')));
    socket.on('error', () => {});
  }

  static async open(url: string, headers: Readonly<Record<string, string>>): Promise<KeepAlive> {
    const { hostname, port, host, pathname, search } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    return new KeepAlive(socket, Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`));
  }

  /** Gives the status of the answer, once all of it has come. */
  ask(): Promise<number> {
    this.#answered = Promise.withResolvers();
    this.#socket.write(this.#request);
    return this.#answered.promise;
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const headers = this.#received.indexOf(endOfHeaders);
    if (headers === -1) return;
    const head = this.#received.toString('latin1', 0, headers);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error(`an answer without a length:\n${head}`);
    if (this.#received.length < headers + endOfHeaders.length + length) return;
    this.#received = Buffer.alloc(0);
    this.#answered?.resolve(Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length)));
  }
}
