import { catalogue } from '../language/catalogue.ts';

export const words = catalogue.signIn;

/** The least length of a password, as the server asks for it. */
export const leastPassword = 12;
