import type { HostEvent } from '@piaffe/kernel';
import type { ProcessLimits } from '@piaffe/kernel/shape';

/** What is to be run apart: modules of the program, or one plugin file. */
export interface Order {
  /** Of the process, or of the plugin. */
  readonly name: string;
  readonly modules: readonly string[];
  /** An absolute path; null where the modules are those of the program. */
  readonly plugin: string | null;
  /** Null for a thread of this process. */
  readonly limits: ProcessLimits | null;
  /** Where the modules ask for the others: the socket of the host. */
  readonly hostSocketPath: string;
  /** A folder that nobody else may enter, for sockets. */
  readonly folder: string;
  onEvent(event: HostEvent): void;
}
