import type { Token } from '@piaffe/client';
import { useState } from 'react';
import { addressOf, api } from '../app/api.ts';
import { everyPage } from '../app/every-page.ts';
import { useAction } from '../app/use-action.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { ownTimeZone, shortDate } from '../format/dates.ts';
import { Icon } from '../pieces/icon.tsx';
import { Loading } from '../pieces/loading.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { SecretDialog } from '../pieces/secret-dialog.tsx';
import { TokenForm } from './token-form.tsx';
import { scopeWords, words } from './words.ts';

/** What programs get in with, on one's behalf. */
export function Tokens() {
  const [isAsked, setIsAsked] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const tokens = useLoaded('tokens', (signal) =>
    everyPage((after) =>
      api.get('/tokens', { params: { query: after === undefined ? {} : { after } }, signal }),
    ),
  );
  return (
    <section className="card stack" aria-labelledby="tokens">
      <div>
        <h2 id="tokens">{words.tokens}</h2>
        <p className="small soft">{words.tokensLead}</p>
      </div>
      {tokens.state === 'loading' && <Loading shapes={1} />}
      {tokens.state === 'failed' && <ProblemNote problem={tokens.problem} retry={tokens.reload} />}
      {tokens.state === 'ready' && tokens.value.length > 0 && (
        <ul className="people">
          {tokens.value.map((token) => (
            <TokenRow key={token.id} token={token} onRevoked={tokens.reload} />
          ))}
        </ul>
      )}
      <div className="buttons">
        <button type="button" className="button" onClick={() => setIsAsked(true)}>
          <Icon name="add" size={18} /> {words.newToken}
        </button>
        <a className="button quiet" href={addressOf('docs')}>
          {words.apiPages}
        </a>
      </div>
      {isAsked && (
        <TokenForm
          onClose={() => setIsAsked(false)}
          onDone={(made) => {
            setIsAsked(false);
            setSecret(made);
            tokens.reload();
          }}
        />
      )}
      {secret && (
        <SecretDialog
          title={words.tokenTitle}
          lead={words.tokenLead}
          secret={secret}
          onClose={() => setSecret(null)}
        />
      )}
    </section>
  );
}

function TokenRow({
  token: { id, name, scopes, expiresAt, lastUsedAt },
  onRevoked,
}: {
  token: Token;
  onRevoked: () => void;
}) {
  const { busy, problem, run } = useAction();
  const date = (instant: string) => shortDate(instant, ownTimeZone());
  const revoke = async () => {
    await api.delete('/tokens/{token}', { params: { path: { token: id } } });
    onRevoked();
  };
  return (
    <li>
      <div className="stack-tight">
        <p>
          <strong>{name}</strong>{' '}
          <span className="small soft">{scopes.map((scope) => scopeWords[scope]).join(', ')}</span>
        </p>
        <p className="tiny soft">
          {expiresAt === null ? words.untilRevoked : words.until(date(expiresAt))}
          {', '}
          {lastUsedAt === null ? words.neverUsed : words.lastUsed(date(lastUsedAt))}
        </p>
        {problem && <ProblemNote problem={problem} />}
      </div>
      <button type="button" className="button" aria-disabled={busy} onClick={() => run(revoke)}>
        {words.revoke}
      </button>
    </li>
  );
}
