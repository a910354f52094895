import { Client } from 'undici';
import type { Contestant } from './contestant.ts';
import { question, table } from './payloads.ts';

const headers = { 'content-type': 'application/json' };

/** JSON there and back over one connection that is kept open, with undici and nothing around it. */
export function bareHttp(
  name: string,
  unlike: string,
  { url, socketPath, close }: { readonly url: string; readonly socketPath?: string; close(): Promise<void> },
): Contestant {
  const client = new Client(url, socketPath === undefined ? {} : { socketPath });
  const ask = async (path: string, input: object) => {
    const { statusCode, body } = await client.request({
      method: 'POST',
      path,
      headers,
      body: JSON.stringify(input),
    });
    const output = await body.json();
    if (statusCode !== 200) throw new Error(JSON.stringify(output));
    return output;
  };
  return {
    name,
    unlike,
    small: () => ask('/probe/small', question),
    large: () => ask('/probe/large', table),
    async [Symbol.asyncDispose]() {
      await client.destroy();
      await close();
    },
  };
}
