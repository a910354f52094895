export { type ComputeContext, computeCommand } from './command.ts';
export { computationWord } from './computation-word.ts';
export { runComputation } from './run-computation.ts';
