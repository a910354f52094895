import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { administrator } from './support/api.fixture.ts';
import { scratchFolder } from './support/scratch-folder.fixture.ts';
import { startServer } from './support/server.fixture.ts';

const folder = await scratchFolder();
const sockets = 200;

test('two hundred sockets that hardly send anything hinder nobody, and are closed', async (t) => {
  await using server = await startServer({ folder });
  const api = await administrator(server);
  const horse = await api.addHorse('Luna');
  const { hostname, port } = new URL(server.url);
  const beginnings = [
    'GET /api/v1/horses HTTP/1.1\r\nhost: x\r\nx-a: ',
    `POST /api/v1/recordings?horse=${horse} HTTP/1.1\r\nhost: x\r\nauthorization: ${api.headers.authorization}\r\ncontent-length: 1000000\r\n\r\n`,
    'POST /api/v1/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{',
    '',
  ];
  const slow = await Promise.all(
    Array.from({ length: sockets }, async (_, n) => {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      return drip(socket, beginnings[n % beginnings.length]);
    }),
  );
  let open = sockets;
  // Not `once`, which rejects when a socket is reset before it closes.
  const closed = slow.map(
    (socket) =>
      new Promise<void>((resolve) => {
        socket.on('close', () => {
          open -= 1;
          resolve();
        });
      }),
  );

  let reads = 0;
  while (open > 0) {
    for (const path of ['/horses', '/sessions', `/horses/${horse}`]) {
      await api.json(path);
      reads += 1;
      await setTimeout(20);
    }
  }
  await Promise.all(closed);
  t.diagnostic(`${reads} reads while ${sockets} slow sockets were open`);
  assert.ok(reads > 0);
});

/** Sends a beginning, then a byte now and then, until the other side has had enough. */
function drip(socket: Socket, beginning: string): Socket {
  socket.write(beginning);
  const timer = beginning === '' ? undefined : setInterval(() => socket.write('a'), 500);
  socket.on('error', () => {}).on('close', () => clearInterval(timer));
  // What it is told on the way out does not matter here, but has to be read for the close to be seen.
  return socket.resume();
}
