import { scripted, untilAborted } from './scripted-aggregation.fixture.ts';
import { owner, server, until, upload } from './server.fixture.ts';

// A process to be killed: it keeps a ride in the folder it is given, and never ends its analysis.
const [, , folder = ''] = process.argv;
const aggregation = scripted((_, call) => untilAborted(call));
const here = await server({ after() {} }, { aggregation: aggregation.client, folder });
const me = await owner(here);
const kept = await upload(here, me, 'a ride');
await until(async () => (await here.sessions.work({})).running > 0);
process.stdout.write(`${JSON.stringify({ me, kept })}\n`);
