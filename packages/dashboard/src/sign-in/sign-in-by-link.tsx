import type { Account, ApiProblem } from '@piaffe/client';
import { useEffect, useState } from 'react';
import { api, problemOf } from '../app/api.ts';
import { PlainPage } from '../app/plain-page.tsx';
import { Loading } from '../pieces/loading.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { words } from './words.ts';

/** The link is used once, however often this is shown. */
let answer: Promise<Account> | null = null;

/** Uses a sign-in link. Somebody who has no password yet is asked for one next. */
export function SignInByLink({
  secret,
  onDone,
  onGiveUp,
}: {
  secret: string;
  onDone: (account: Account, asksForPassword: boolean) => void;
  onGiveUp: () => void;
}) {
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    answer ??= api.post('/sign-in', { body: { token: secret } }).then(({ account }) => account);
    answer.then(
      (account) => onDone(account, !account.hasPassword),
      (error) => setProblem(problemOf(error)),
    );
  }, []);

  if (problem === null) {
    return (
      <PlainPage title={words.byLink}>
        <Loading shapes={1} />
      </PlainPage>
    );
  }
  return (
    <PlainPage title={words.linkFailed}>
      <ProblemNote problem={problem} />
      <p>{words.linkFailedHelp}</p>
      <button type="button" className="button" onClick={onGiveUp}>
        {words.toSignIn}
      </button>
    </PlainPage>
  );
}
