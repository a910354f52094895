import { setTimeout as sleep } from 'node:timers/promises';
import { sending, type Visitor } from './visitor.ts';

/** How a feature was, as somebody who uses the server saw it. */
export interface Seen {
  readonly works: boolean;
  /** What the user was told instead, in the words of the answer; null where nothing was. */
  readonly told: string | null;
  /** Of what the first answer said that was not as it should be: status and code, or what the connection met. */
  readonly detail: string | null;
  readonly milliseconds: number;
}

/** What did not work; `told` as in the answer. */
class Lost extends Error {
  readonly told: string | null;

  constructor(message: string, told: string | null) {
    super(message);
    this.told = told;
  }
}

type Exercise = (visitor: Visitor) => Promise<void>;

/** How long an analysis is waited for that takes a moment when nothing is in its way. */
const analysedWithinMs = 8_000;

/** Whoever is told so long that there is none just now may believe it. */
const toldForMs = 2_000;

/** It asks for many things, one after the other. */
const exportedWithinMs = 60_000;

/** Each feature of the public API, exercised as somebody would use it. */
const exercises: Readonly<Record<string, Exercise>> = {
  async 'sign-in'({ ask, name, password }) {
    await good(ask('/sign-in', sending('POST', { name, password })));
  },

  async horses({ ask, horse }) {
    await good(ask('/horses'));
    await good(ask(`/horses/${horse}`));
  },

  async rides({ ask, session }) {
    for (const part of ['', '/result', '/series', '/recording'])
      await good(ask(`/sessions/${session}${part}`));
    await good(ask('/sessions?limit=10'));
  },

  async uploads({ ask, horse, recording }) {
    const path = `/recordings?horse=${horse}&name=drill.csv`;
    const kept = await good(ask(path, { method: 'POST', body: recording() }));
    const { session } = (await kept.json()) as { readonly session: { readonly id: string } };
    // Else there would be more to do and to export each time.
    await ask(`/sessions/${session.id}`, { method: 'DELETE' });
  },

  async analysis({ ask, other, next }) {
    // Another trim is another analysis; it needs no horse and no upload.
    const trim = { from: 0, to: 30 - next() / 1000 };
    await good(ask(`/sessions/${other}/trim`, sending('PUT', trim)));
    const began = performance.now();
    for (;;) {
      const session = (await (await good(ask(`/sessions/${other}`))).json()) as Watched;
      if (session.state === 'done' && session.computed?.current === true) return;
      const waited = performance.now() - began;
      const told = toldIn(session, 'analysis');
      if (waited > (told === null ? analysedWithinMs : toldForMs))
        throw new Lost(`${session.state} after ${Math.round(waited)} ms`, told);
      await sleep(50);
    }
  },

  async trends({ ask, horse, next }) {
    // What was told a moment ago is told again without asking: each time another end.
    const to = new Date(Date.UTC(2027, 0, 1) + next()).toISOString();
    const told = (await (await good(ask(`/horses/${horse}/trends?to=${to}`))).json()) as Degraded;
    const missing = toldIn(told, 'trends');
    if (missing !== null) throw new Lost('200, degraded', missing);
  },

  async export({ ask }) {
    await good(ask('/export', { signal: AbortSignal.timeout(exportedWithinMs) }));
  },
};

export async function see(visitor: Visitor, feature: string): Promise<Seen> {
  const exercise = exercises[feature];
  if (exercise === undefined) throw new TypeError(`nobody has written how ${feature} is exercised`);
  const began = performance.now();
  const seen = await exercise(visitor).then(
    () => ({ works: true, told: null, detail: null }),
    (error) => ({ works: false, told: error instanceof Lost ? error.told : null, detail: messageOf(error) }),
  );
  return { ...seen, milliseconds: performance.now() - began };
}

interface Degraded {
  readonly degraded?: readonly { readonly feature: string; readonly answer: string }[];
}

interface Watched extends Degraded {
  readonly state: string;
  readonly computed: { readonly current: boolean } | null;
}

const toldIn = ({ degraded = [] }: Degraded, feature: string): string | null =>
  degraded.find((each) => each.feature === feature)?.answer ?? null;

async function good(asked: Promise<Response>): Promise<Response> {
  const answer = await asked;
  if (answer.ok) {
    // What is not looked at any closer has to come whole all the same.
    await answer
      .clone()
      .arrayBuffer()
      .catch((error) => {
        throw new Lost(`the answer broke off: ${messageOf(error)}`, null);
      });
    return answer;
  }
  const problem = (await answer.json().catch(() => ({}))) as {
    readonly code?: string;
    readonly feature?: string;
  };
  throw new Lost(`${answer.status} ${problem.code ?? ''}`.trim(), problem.feature ?? null);
}

function messageOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : message;
}
