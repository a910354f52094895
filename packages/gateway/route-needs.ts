import type { Limits } from './limits.ts';
import type { Config, Needs } from './needs.ts';
import type { SignInCookie } from './sign-in-cookie.ts';

/** What routes are given: the needs of the module, and what the gateway made of its configuration. */
export interface RouteNeeds extends Needs {
  readonly config: Config;
  readonly limits: Limits;
  readonly signInCookie: SignInCookie;
  /** Aborted once no new work is to begin and streams are to end. */
  readonly stopping: AbortSignal;
}
