/** Runs modules apart from a host: in supervised child processes of the same program, and plugins in threads of the host. */
export type { Program } from './child-command.ts';
export { runProcess } from './run-process.ts';
export { startRunner } from './start-runner.ts';
