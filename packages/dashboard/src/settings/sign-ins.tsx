import { api } from '../app/api.ts';
import { everyPage } from '../app/every-page.ts';
import { useAction } from '../app/use-action.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { dateAndTime } from '../format/dates.ts';
import { Loading } from '../pieces/loading.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { words } from './words.ts';

/** The browsers one is signed in with; each can be ended. */
export function SignIns() {
  const signIns = useLoaded('sign-ins', (signal) =>
    everyPage((after) =>
      api.get('/account/sign-ins', { params: { query: after === undefined ? {} : { after } }, signal }),
    ),
  );
  const { busy, problem, run } = useAction();
  const end = async (signIn: string) => {
    await api.delete('/account/sign-ins/{signIn}', { params: { path: { signIn } } });
    signIns.reload();
  };
  return (
    <section className="card stack-tight" aria-labelledby="sign-ins">
      <h2 id="sign-ins">{words.signIns}</h2>
      {signIns.state === 'loading' && <Loading shapes={1} />}
      {signIns.state === 'failed' && <ProblemNote problem={signIns.problem} retry={signIns.reload} />}
      {problem && <ProblemNote problem={problem} />}
      {signIns.state === 'ready' && (
        <ul className="people">
          {signIns.value.map(({ id, createdAt, lastUsedAt, current }) => (
            <li key={id}>
              <p>
                <strong>{words.signedInOn(dateAndTime(createdAt))}</strong>{' '}
                <span className="small soft">
                  {current ? words.thisBrowser : words.lastUsed(dateAndTime(lastUsedAt))}
                </span>
              </p>
              {!current && (
                <button
                  type="button"
                  className="button"
                  aria-label={words.endSignIn(dateAndTime(createdAt))}
                  aria-disabled={busy}
                  onClick={() => run(() => end(id))}
                >
                  {words.end}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
