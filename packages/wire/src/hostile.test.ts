import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import { after, test } from 'node:test';
import { bind, closed, defineContract, operation, Unavailable } from '@piaffe/kernel';
import { Type } from 'typebox';
import { answerBy, askAt, askingClient, callHandler, listen } from './index.ts';

const contract = defineContract({
  name: 'echo',
  version: '1.0.0',
  operations: {
    say: operation({
      summary: 'Says it again',
      input: closed({ text: Type.String() }),
      output: closed({ text: Type.String() }),
      errors: {},
      idempotent: true,
    }),
  },
});

async function serve(listener: RequestListener): Promise<string> {
  const { port, close } = await listen(createServer(listener), 0);
  after(close);
  return `http://127.0.0.1:${port}`;
}

async function asking(listener: RequestListener) {
  const ask = askAt('echo', { url: await serve(listener) });
  after(() => ask[Symbol.asyncDispose]());
  return askingClient(contract, ask);
}

const client = bind(contract, { say: async ({ text }) => ({ text }) });
const perform = answerBy(new Map([['echo', client]]));
const url = await serve(callHandler({ contracts: [contract], token: null, perform }));

test('headers of a call that make no sense are no harm', async () => {
  const wrong = [
    { principal: '%E0%A4%A' },
    { 'remaining-ms': 'soon' },
    { 'remaining-ms': '-5' },
    { 'remaining-ms': '9'.repeat(400) },
    { traceparent: '00-zz' },
  ];
  for (const headers of wrong) {
    const response = await fetch(`${url}/echo/say`, { method: 'POST', headers, body: '{"text":"hello"}' });
    assert.match(await response.text(), /"output":\{"text":"hello"\}/, JSON.stringify(headers));
  }
});

test('names that every object has are no modules and no operations', async () => {
  for (const path of [
    '__proto__/say',
    'constructor/say',
    'echo/constructor',
    'echo/__proto__',
    'echo/toString',
  ]) {
    const response = await fetch(`${url}/${path}`, { method: 'POST', body: '{}' });
    assert.match(await response.text(), /there is no/, path);
  }
});

test('an input that is no JSON is told to its sender', async () => {
  const response = await fetch(`${url}/echo/say`, { method: 'POST', body: '{"text":' });
  assert.match(await response.text(), /"kind":"unexpected".*JSON/);
});

test('an answer that is none of the wire ends the call, whatever it is', async () => {
  for (const answer of ['not JSON\n', '{"kind":"riddle"}\n', '[]\n', '{"kind":"unavailable"}\n']) {
    const { say } = await asking((_, response) => response.end(answer));
    await assert.rejects(say({ text: 'hello' }), (error) => !(error instanceof Unavailable), answer);
  }
  const { say } = await asking((_, response) => response.end('{"kind":"output","output":{"words":1}}\n'));
  await assert.rejects(say({ text: 'hello' }), { name: 'InvalidOutput' });
  const silent = await asking((_, response) => response.end());
  await assert.rejects(silent.say({ text: 'hello' }), { name: 'Unavailable', cause: 'down' });
});

test('an answer comes through in whatever pieces it arrives', async () => {
  const text = 'ünïcödé'.repeat(50);
  const bytes = Buffer.from(`{"kind":"started"}\n${JSON.stringify({ kind: 'output', output: { text } })}\n`);
  const { say } = await asking(async (_, response) => {
    for (const byte of bytes) {
      response.write(Buffer.of(byte));
      await new Promise(setImmediate);
    }
    response.end();
  });
  assert.deepEqual(await say({ text: 'hello' }), { text });
});

test('who never stops answering is left alone', async () => {
  const left = Promise.withResolvers<void>();
  const { say } = await asking((_, response) => {
    response.on('close', left.resolve);
    response.write('{"kind":"output","output":{"text":"once"}}\n');
    const timer = setInterval(() => response.write('{"kind":"started"}\n'), 5);
    response.on('close', () => clearInterval(timer));
  });
  assert.deepEqual(await say({ text: 'hello' }), { text: 'once' });
  await left.promise;
});

test('a token is compared whole, and without it nothing is shown', async () => {
  const guarded = await serve(callHandler({ contracts: [contract], token: 'secret', perform }));
  for (const authorization of ['', 'Bearer', 'Bearer secre', 'Bearer secrets', 'secret']) {
    for (const path of ['contracts', 'contracts/echo', 'echo/say', 'nowhere']) {
      const response = await fetch(`${guarded}/${path}`, { headers: { authorization } });
      assert.equal(response.status, 401, `${path} ${authorization}`);
      assert.equal(await response.text(), 'null');
    }
  }
});
