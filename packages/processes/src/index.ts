/** Runs modules apart from a host: in supervised child processes of the same program, and plugins in threads of the host. */

export { processShapes } from './process-shapes.ts';
export type { Program } from './program.ts';
export { runProcess } from './run-process.ts';
export { startThread } from './start-thread.ts';
