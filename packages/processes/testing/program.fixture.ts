import { runProcess } from '../src/index.ts';
import { modules } from './modules.fixture.ts';

await runProcess({ modules, surroundings: 'the program' });
