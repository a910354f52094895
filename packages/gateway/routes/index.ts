import type { App } from '../app.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { accountRoutes } from './account.ts';
import { accountsRoutes } from './accounts.ts';
import { eventRoutes } from './events.ts';
import { horseRoutes } from './horses.ts';
import { invitationRoutes } from './invitations.ts';
import { noteRoutes } from './notes.ts';
import { openapiRoutes } from './openapi.ts';
import { recordingFileRoutes } from './recording-file.ts';
import { recordingRoutes } from './recordings.ts';
import { resultRoutes } from './result.ts';
import { riderRoutes } from './riders.ts';
import { seriesRoutes } from './series.ts';
import { sessionPartsRoutes } from './session-parts.ts';
import { sessionRoutes } from './sessions.ts';
import { signInRoutes } from './sign-in.ts';
import { tokenRoutes } from './tokens.ts';
import { workRoutes } from './work.ts';

const resources = [
  signInRoutes,
  accountRoutes,
  accountsRoutes,
  invitationRoutes,
  tokenRoutes,
  horseRoutes,
  riderRoutes,
  sessionRoutes,
  sessionPartsRoutes,
  noteRoutes,
  resultRoutes,
  seriesRoutes,
  recordingFileRoutes,
  eventRoutes,
  workRoutes,
];

/** Everything under /api/v1. */
export async function apiRoutes(app: App, needs: RouteNeeds): Promise<void> {
  for (const addRoutes of resources) addRoutes(app, needs);
  // Its own scope: no body is parsed there.
  await app.register(async (scope: App) => recordingRoutes(scope, needs));
  await openapiRoutes(app);
}
