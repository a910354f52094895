import type { ApiProblem } from '@piaffe/client';
import { useEffect } from 'react';
import { problemText } from '../language/problem-text.tsx';
import { lostWith } from './lost-with.ts';
import { words } from './words.ts';

const lookAgainMs = 4_000;

/** What went wrong and what to do; where it is the server's fault, the number to report it with.
 * What comes back by itself is asked for again until it does. */
export function ProblemNote({ problem, retry }: { problem: ApiProblem; retry?: () => void }) {
  const lost = lostWith(problem);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is a problem of its own, and asked again after
  useEffect(() => {
    if (lost === null || retry === undefined) return;
    const timer = setTimeout(retry, lookAgainMs);
    return () => clearTimeout(timer);
  }, [problem, lost, retry]);
  return (
    <div className="note bad" role="alert">
      <div className="words stack-tight">
        <p>{lost ?? problemText(problem)}</p>
        {lost !== null && <p className="small">{words.comesBack}</p>}
        {lost === null && problem.retryAfter !== null && (
          <p className="tiny">{words.waitFirst(problem.retryAfter)}</p>
        )}
        {lost === null && problem.status >= 500 && problem.requestId !== null && (
          <p className="tiny soft">
            {words.reportAs} <code>{problem.requestId}</code>
          </p>
        )}
      </div>
      {retry && (
        <button type="button" className="button" onClick={retry}>
          {words.tryAgain}
        </button>
      )}
    </div>
  );
}
