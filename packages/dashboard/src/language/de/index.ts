import type { Catalogue } from '../catalogue-type.ts';
import { account } from './account.ts';
import { app } from './app.ts';
import { horses } from './horses.ts';
import { pieces } from './pieces.ts';
import { ride } from './ride.ts';
import { session } from './session.ts';
import { signIn } from './sign-in.ts';
import { upload } from './upload.ts';

export const de: Catalogue = { account, app, horses, pieces, ride, session, signIn, upload };
