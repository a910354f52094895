import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Api } from '../../acceptance/support/api.fixture.ts';
import { median, printFigure } from '../support/figures.ts';
import { load } from '../support/load.ts';

const rounds = 7;
const seconds = 1.5;
const connections = 20;
const bareServer = fileURLToPath(new URL('../support/bare-server.ts', import.meta.url));

/** Session reads with a token, beside the same bytes from node:http without anything around it, in turns. */
export async function measureSessionReads(api: Api, session: string): Promise<void> {
  const path = `/sessions/${session}`;
  const body = await (await api.fetch(path)).text();
  const child: ChildProcess = spawn(process.execPath, [bareServer, body], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [bareUrl] = (await once(child.stdout!.setEncoding('utf8'), 'data')) as [string];
    const perSecond = async (url: string) => {
      const report = await load({ url, headers: api.headers, seconds, connections, perSecond: null });
      if (report.failed > 0) throw new Error(`${report.failed} requests to ${url} failed`);
      return report.answered / report.seconds;
    };
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await perSecond(`${api.url}/api/v1${path}`));
      bare.push(await perSecond(bareUrl.trim()));
    }
    const ratio = median(ours.map((each, round) => each / bare[round]));
    printFigure('session reads, of bare node:http', ratio, {
      unit: 'x',
      note:
        `${median(ours).toFixed(0)}/s beside ${median(bare).toFixed(0)}/s, ${body.length} bytes, ` +
        `medians of ${rounds} turns of ${seconds} s`,
    });
  } finally {
    child.kill();
  }
}
