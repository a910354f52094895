import type { App } from '../app.ts';
import { leaveBodies } from '../file-upload.ts';
import type { Config } from '../needs.ts';
import type { RouteNeeds } from '../route-needs.ts';
import { accountRoutes } from './account.ts';
import { accountsRoutes } from './accounts.ts';
import { addedRoutes } from './added.ts';
import { administrationRoutes } from './administration.ts';
import { companionRoutes } from './companions.ts';
import { degradedRoutes } from './degraded.ts';
import { demoRoutes } from './demo.ts';
import { eventRoutes } from './events.ts';
import { horseEventRoutes } from './horse-events.ts';
import { horseRoutes } from './horses.ts';
import { invitationRoutes } from './invitations.ts';
import { noteRoutes } from './notes.ts';
import { openapiRoutes } from './openapi.ts';
import { recordingFileRoutes } from './recording-file.ts';
import { recordingRoutes } from './recordings.ts';
import { resultRoutes } from './result.ts';
import { riderRoutes } from './riders.ts';
import { seriesRoutes } from './series.ts';
import { serverRoutes } from './server.ts';
import { sessionPartsRoutes } from './session-parts.ts';
import { sessionRoutes } from './sessions.ts';
import { signInRoutes } from './sign-in.ts';
import { signInsRoutes } from './sign-ins.ts';
import { tokenRoutes } from './tokens.ts';
import { exportRoutes, importRoutes } from './transfer.ts';
import { trendRoutes } from './trends.ts';
import { workRoutes } from './work.ts';

const resources = [
  signInRoutes,
  accountRoutes,
  signInsRoutes,
  accountsRoutes,
  invitationRoutes,
  tokenRoutes,
  horseRoutes,
  horseEventRoutes,
  trendRoutes,
  riderRoutes,
  sessionRoutes,
  sessionPartsRoutes,
  noteRoutes,
  resultRoutes,
  addedRoutes,
  seriesRoutes,
  recordingFileRoutes,
  eventRoutes,
  workRoutes,
  administrationRoutes,
  serverRoutes,
  exportRoutes,
  demoRoutes,
  degradedRoutes,
];

const takingFiles = [recordingRoutes, companionRoutes, importRoutes];

/** Everything under /api/v1. */
export async function apiRoutes(app: App, needs: RouteNeeds, config: Config): Promise<void> {
  for (const addRoutes of resources) addRoutes(app, needs);
  await app.register(async (scope: App) => {
    leaveBodies(scope);
    for (const addRoutes of takingFiles) addRoutes(scope, needs);
  });
  await openapiRoutes(app, config);
}
