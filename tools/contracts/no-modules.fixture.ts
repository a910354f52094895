import { runProcess } from '../../packages/processes/src/index.ts';

// A program that has no modules of its own: what it runs are plugins.
await runProcess({ modules: [], surroundings: null });
