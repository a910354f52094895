import type { ApiProblem } from '@piaffe/client';
import { problemText } from '../language/problem-text.tsx';
import { lostWith } from './lost-with.ts';
import { words } from './words.ts';

/** What went wrong and what to do; where it is the server's fault, the number to report it with. */
export function ProblemNote({ problem, retry }: { problem: ApiProblem; retry?: () => void }) {
  const lost = lostWith(problem);
  return (
    <div className="note bad" role="alert">
      <div className="words stack-tight">
        <p>{lost ?? problemText(problem)}</p>
        {lost !== null && <p className="small">{words.comesBack}</p>}
        {problem.retryAfter !== null && <p className="tiny">{words.waitFirst(problem.retryAfter)}</p>}
        {problem.status >= 500 && problem.requestId !== null && (
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
