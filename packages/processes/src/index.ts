/** Runs modules apart from a host: in supervised child processes of the same program, and plugins in threads of the host. */
export type { Program } from './child-command.ts';
export { processShapes } from './process-shapes.ts';
export { runProcess } from './run-process.ts';
