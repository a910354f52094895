import { parentPort, workerData } from 'node:worker_threads';
import { load } from './load.mjs';

const { wire } = (await load('undici-thread-interceptor')).default;
const { bareFastify } = await load(workerData.server);
wire({ server: await bareFastify(), port: parentPort });
