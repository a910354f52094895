import type { Catalogue } from '../catalogue-type.ts';
import { administration } from './administration.ts';
import { app } from './app.ts';
import { compare } from './compare.ts';
import { demo } from './demo.ts';
import { format } from './format.ts';
import { horses } from './horses.ts';
import { pieces } from './pieces.ts';
import { report } from './report.ts';
import { ride } from './ride.ts';
import { server } from './server.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { trends } from './trends.ts';
import { upload } from './upload.ts';

export const de: Catalogue = {
  administration,
  app,
  compare,
  demo,
  format,
  horses,
  pieces,
  report,
  ride,
  server,
  session,
  settings,
  signIn,
  trends,
  upload,
};
