import type { Account } from '@piaffe/client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { applyPreferences } from '../language/apply-preferences.ts';
import { Loading } from '../pieces/loading.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { AcceptInvitation } from '../sign-in/accept-invitation.tsx';
import { FirstPassword } from '../sign-in/first-password.tsx';
import { ResetPassword } from '../sign-in/reset-password.tsx';
import { SignIn } from '../sign-in/sign-in.tsx';
import { SignInByLink } from '../sign-in/sign-in-by-link.tsx';
import { AccountContext } from './account-context.ts';
import { api, onSignedOut, problemOf } from './api.ts';
import { linkSecret } from './link-secret.ts';
import { goTo } from './navigation.tsx';
import { Pages } from './pages.tsx';
import { PlainPage } from './plain-page.tsx';
import { words } from './words.ts';

/** Who is in front of the page. */
type Person =
  | { readonly is: 'not-known' }
  | { readonly is: 'stranger'; readonly wasSignedIn: boolean }
  | { readonly is: 'given-a-link' }
  | { readonly is: 'signed-in'; readonly account: Account; readonly asksForPassword: boolean };

export function App() {
  const [person, setPerson] = useState<Person>(linkSecret ? { is: 'given-a-link' } : { is: 'not-known' });
  const [problem, setProblem] = useState<ReturnType<typeof problemOf> | null>(null);

  const enter = useCallback((account: Account, asksForPassword = false) => {
    if (!applyPreferences(account)) setPerson({ is: 'signed-in', account, asksForPassword });
  }, []);

  useEffect(() => {
    if (person.is !== 'not-known') return;
    api.get('/sign-in').then(
      ({ account }) =>
        account === null ? setPerson({ is: 'stranger', wasSignedIn: false }) : enter(account),
      (error) => setProblem(problemOf(error)),
    );
  }, [person.is, enter]);

  useEffect(
    () =>
      onSignedOut(() =>
        setPerson((now) => (now.is === 'signed-in' ? { is: 'stranger', wasSignedIn: true } : now)),
      ),
    [],
  );

  const account = person.is === 'signed-in' ? person.account : null;
  const signedIn = useMemo(
    () =>
      account && {
        account,
        change: (changed: Account) => enter(changed),
        signOut: async () => {
          await api.post('/sign-out');
          goTo('', { replace: true });
          setPerson({ is: 'stranger', wasSignedIn: false });
        },
      },
    [account, enter],
  );
  if (problem) {
    const again = () => location.reload();
    return (
      <PlainPage title={words.startFailed}>
        <ProblemNote problem={problem} retry={again} />
      </PlainPage>
    );
  }
  if (person.is === 'given-a-link' && linkSecret) {
    const { purpose, secret } = linkSecret;
    const toSignIn = () => setPerson({ is: 'stranger', wasSignedIn: false });
    if (purpose === 'invitation') return <AcceptInvitation secret={secret} onDone={enter} />;
    if (purpose === 'reset') return <ResetPassword secret={secret} onDone={enter} />;
    return <SignInByLink secret={secret} onDone={enter} onGiveUp={toSignIn} />;
  }
  if (person.is === 'stranger') return <SignIn again={person.wasSignedIn} onDone={enter} />;
  if (person.is !== 'signed-in' || !signedIn) {
    return (
      <main>
        <Loading />
      </main>
    );
  }
  if (person.asksForPassword) {
    return <FirstPassword account={person.account} onDone={(account) => enter(account)} />;
  }
  return (
    <AccountContext value={signedIn}>
      <Pages />
    </AccountContext>
  );
}
