import type { Session } from '@piaffe/sessions/contract';
import { newId } from '@piaffe/storage';
import { type Answer, type Browser, browserAt } from './browser.fixture.ts';
import { type Gateway, horseOf, password, tokenOf } from './gateway.fixture.ts';

export const scopes = ['read', 'upload', 'write'] as const;

/** Somebody, by whatever they show, asking for a path behind the base path. */
export type Asker = (method: string, path: string, body?: unknown) => Promise<Answer>;

export interface Askers {
  readonly anonymous: Asker;
  readonly nobody: Browser;
  readonly owner: Asker;
  readonly other: Asker;
  readonly administrator: Asker;
  readonly tokens: Readonly<Record<(typeof scopes)[number], Asker>>;
  /** Of the administrator, with all scopes. */
  readonly administratorsToken: Asker;
  readonly browsers: Readonly<Record<'owner' | 'other' | 'administrator', Browser>>;
}

export async function askersAt(gateway: Gateway): Promise<Askers> {
  const administrator = await gateway.administrator();
  const owner = await gateway.rider('owner');
  const other = await gateway.rider('other');
  const by =
    (browser: Browser, headers: Record<string, string> = {}): Asker =>
    (method, path, body) =>
      body === undefined
        ? browser.send(method, path, { headers })
        : browser.json(method, path, body, headers);
  const [read, upload, write] = await Promise.all(
    scopes.map(async (scope) => by(gateway.anonymous(), await tokenOf(owner, scope))),
  );
  const nobody = gateway.anonymous();
  return {
    nobody,
    anonymous: by(nobody),
    owner: by(owner),
    other: by(other),
    administrator: by(administrator),
    tokens: { read: read!, upload: upload!, write: write! },
    administratorsToken: by(gateway.anonymous(), await tokenOf(administrator, ...scopes)),
    browsers: { owner, other, administrator },
  };
}

export type Makers = Readonly<Record<string, (of: Browser) => Promise<Readonly<Record<string, string>>>>>;

let files = 0;

/** Makes what an id in a path stands for, new, and gives the ids. */
export const makers: Makers = {
  horse: async (of) => ({ horse: await horseOf(of) }),
  rider: async (of) => ({ rider: (await of.post('/riders', { name: 'Somebody' })).ok<{ id: string }>().id }),
  session: async (of) => {
    const answer = await of.upload(await horseOf(of), `no recording, number ${++files}`);
    return { session: answer.ok<{ session: Session }>().session.id };
  },
  note: async (of) => {
    const { session } = await makers.session!(of);
    const note = (await of.post(`/sessions/${session}/notes`, { text: 'mine' })).ok<{ id: string }>().id;
    return { session: session!, note };
  },
  event: async (of) => {
    const horse = await horseOf(of);
    const event = { at: '2026-05-04T16:00:00.000Z', kind: 'shoeing', text: '' };
    return { horse, event: (await of.post(`/horses/${horse}/events`, event)).ok<{ id: string }>().id };
  },
  recording: async (of) => {
    const { session } = await makers.session!(of);
    const body = `no heart rate, number ${++files}`;
    const answer = await of.send('POST', `/sessions/${session}/companions`, { body });
    return { session: session!, recording: answer.ok<{ receipt: { id: string } }>().receipt.id };
  },
  signIn: async (of) => {
    const { name } = (await of.get('/account')).ok<{ name: string }>();
    // One of the tests changes it.
    for (const one of [password, `${password}!`])
      await browserAt(of.url).post('/sign-in', { name, password: one });
    const { items } = (await of.get('/account/sign-ins')).ok<{ items: { id: string; current: boolean }[] }>();
    return { signIn: items.find(({ current }) => !current)!.id };
  },
  token: async (of) => {
    const answer = await of.post('/tokens', { name: 'one', scopes: ['read'] });
    return { token: answer.ok<{ token: { id: string } }>().token.id };
  },
  account: async (of) => {
    const { token } = (await of.post('/invitations', {})).ok<{ token: string }>();
    const somebody = browserAt(of.url);
    const accepted = await somebody.post('/invitations/accept', {
      token,
      name: `rider-${newId()}`,
      password,
    });
    return { account: accepted.ok<{ account: { id: string } }>().account.id };
  },
  invitation: async (of) => {
    const answer = await of.post('/invitations', {});
    return { invitation: answer.ok<{ invitation: { id: string } }>().invitation.id };
  },
};

/** The same makers, each of which makes one thing for each browser and gives it again ever after. */
export function makingOnce(): Makers {
  const once = Object.entries(makers).map(([name, make]) => {
    const made = new Map<Browser, ReturnType<typeof make>>();
    return [name, (of: Browser) => made.get(of) ?? made.set(of, make(of)).get(of)!] as const;
  });
  return Object.fromEntries(once);
}

/** Of nothing that there ever was. */
export const missingId = newId();
