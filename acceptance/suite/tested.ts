import { randomBytes } from 'node:crypto';
import { type Api, apiAs, type Credentials, programOf, signIn } from '../support/api.fixture.ts';

/** All that the suite is told of a server: where it is, and the token of a link that signs an administrator in. */
export interface Subject {
  readonly url: string;
  readonly signInToken: string;
}

/** A server under test, of which nothing is known but its address. */
export interface Tested {
  readonly url: string;
  /** It has been used. */
  readonly signInToken: string;
  /** The administrator's browser. */
  readonly administrator: Api;
  /** Somebody new, with an account of their own. */
  guest(): Promise<Guest>;
}

export interface Guest {
  readonly name: string;
  readonly password: string;
  readonly browser: Api;
  readonly credentials: Credentials;
  /** With a token that may do everything a token may. */
  readonly program: Api;
}

export type Suite = (tested: () => Promise<Tested>) => void;

export async function meet({ url, signInToken }: Subject): Promise<Tested> {
  const administrator = apiAs(url, await signIn(url, '/sign-in', { token: signInToken }));
  return { url, signInToken, administrator, guest: () => welcome(administrator) };
}

async function welcome(administrator: Api): Promise<Guest> {
  const { url } = administrator;
  const invited = await administrator.send('POST', '/invitations', { role: 'rider', note: 'acceptance' });
  const { token } = (await invited.json()) as { token: string };
  const name = `guest ${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const credentials = await signIn(url, '/invitations/accept', { token, name, password });
  const browser = apiAs(url, credentials);
  return { name, password, browser, credentials, program: await programOf(url, credentials) };
}
