import type { Socket } from 'node:net';
import type { MessagePort } from 'node:worker_threads';
import { eachLine } from './each-line.ts';

/** More than any answer, and less than what would take the memory of whoever asked. */
const longestLine = 256 * 1024 * 1024;

/** Carries texts without line breaks between a host and one thread, in order. */
export interface Channel {
  send(text: string): void;
  /** Called once. */
  listen(hear: (text: string) => void, onClose: () => void): void;
}

export function overSocket(socket: Socket): Channel {
  socket.on('error', () => {});
  return {
    send: (text) => void socket.write(`${text}\n`),
    listen(hear, onClose) {
      eachLine(socket, hear, longestLine);
      socket.on('close', onClose);
    },
  };
}

export function overPort(port: MessagePort): Channel {
  return {
    send: (text) => port.postMessage(text),
    listen(hear, onClose) {
      port.on('message', hear);
      port.on('close', onClose);
    },
  };
}
