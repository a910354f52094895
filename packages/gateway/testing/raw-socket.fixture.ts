import { connect, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** A connection on which every byte is up to the test. It is gone after the test. */
export interface RawSocket {
  readonly socket: Socket;
  write(text: string | Uint8Array): void;
  /** Everything that came so far, once it matches. Rejects when the connection ends before. */
  until(pattern: RegExp): Promise<string>;
  /** Everything that came, once the other side has ended. */
  ended(): Promise<string>;
}

export async function rawSocket(t: TestContext, port: number): Promise<RawSocket> {
  const socket = connect(port, '127.0.0.1');
  t.after(() => socket.destroy());
  let received = '';
  const ended = Promise.withResolvers<void>();
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
    socket.emit('received');
  });
  socket.on('error', () => {});
  socket.on('end', () => ended.resolve());
  socket.on('close', () => ended.resolve());
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return {
    socket,
    write: (text) => void socket.write(text),
    async until(pattern) {
      let over = false;
      void ended.promise.then(() => {
        over = true;
        socket.emit('received');
      });
      while (!pattern.test(received)) {
        if (over) throw new Error(`it ended after: ${received}`);
        await new Promise<void>((resolve) => socket.once('received', resolve));
      }
      return received;
    },
    async ended() {
      await ended.promise;
      return received;
    },
  };
}
