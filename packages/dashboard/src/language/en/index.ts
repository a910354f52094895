import { account } from './account.ts';
import { app } from './app.ts';
import { horses } from './horses.ts';
import { pieces } from './pieces.ts';
import { ride } from './ride.ts';
import { session } from './session.ts';
import { signIn } from './sign-in.ts';
import { upload } from './upload.ts';

/** English, which says what there is to be said: the other languages say the same, in their words. */
export const en = { account, app, horses, pieces, ride, session, signIn, upload };
