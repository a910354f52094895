export { runCommandLine as main } from './command-line.ts';
