// The program behind the probe that runs in a process of its own.
import { runProcess } from '@piaffe/processes';
import { probe } from './probe.ts';

await runProcess({ modules: [probe] });
