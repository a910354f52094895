import type { FastifyBaseLogger } from 'fastify';
import type { Computation } from '../computation.ts';
import type { ComputationTurns } from '../computation-turns.ts';
import type { Limits } from '../http/limits.ts';
import type { Scratch } from '../scratch/scratch.ts';
import type { TokenEntry } from '../tokens/tokens.ts';

/** What the routes have to work with. */
export interface RouteNeeds {
  readonly computation: Computation;
  readonly turns: ComputationTurns;
  readonly scratch: Scratch;
  /** The data folder of a server, whose recordings are read where they are; null for none. */
  readonly dataFolder: string | null;
  /** Empty: everybody on this machine may ask. */
  readonly tokens: readonly TokenEntry[];
  readonly limits: Limits;
  /** How many recordings are worked on at once. */
  readonly workers: number;
  readonly log: FastifyBaseLogger;
}
