// node:http and nothing else on a UNIX socket, the one argument: JSON in, the work of the probe, JSON out, no checks.
import { createServer } from 'node:http';
import { probeWork } from './probe.ts';

const work = probeWork as unknown as Record<string, (input: unknown) => Promise<unknown>>;

createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const name = request.url!.slice('/probe/'.length);
  const body = JSON.stringify(await work[name](JSON.parse(Buffer.concat(chunks).toString())));
  const length = Buffer.byteLength(body);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': length }).end(body);
}).listen(process.argv[2], () => console.log('ready'));
