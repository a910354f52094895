import type { Trial } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { ReprocessDialog } from './reprocess-dialog.tsx';
import { Section } from './section.tsx';
import { TrialOutcome } from './trial/trial-outcome.tsx';
import { TrialProgress } from './trial/trial-progress.tsx';
import { useFollowed } from './use-followed.ts';
import { words } from './words.ts';

/** What an analysis of everything anew would change, tried first on the latest rides; then the real one. */
export function Recompute({ onReprocessed }: { onReprocessed: () => void }) {
  const trial = useFollowed(
    'trial',
    (signal) => api.get('/admin/trial', { signal }),
    (value) => (value?.state === 'running' ? 1_000 : 30_000),
  );
  const { busy, problem, run } = useAction();
  const [isAsking, setIsAsking] = useState(false);
  const [said, setSaid] = useState('');
  const start = () => run(async () => trial.show(await api.post('/admin/trial', { body: {} })));
  const stop = () => run(async () => trial.show(await api.delete('/admin/trial')));
  return (
    <Section title={words.recompute} loaded={trial} className="recompute">
      {(value) => (
        <>
          <p className="small soft">{words.recomputeLead}</p>
          {problem && <ProblemNote problem={problem} />}
          {value.state === 'running' && <TrialProgress trial={value} onStop={stop} />}
          {hasOutcome(value) && <TrialOutcome trial={value} />}
          <div className="buttons">
            {value.state !== 'running' && (
              <button type="button" className="button main" aria-disabled={busy} onClick={start}>
                {value.state === 'none' ? words.startTrial : words.startTrialAgain}
              </button>
            )}
            <button type="button" className="button" onClick={() => setIsAsking(true)}>
              {words.reprocess}
            </button>
            <span role="status">{said}</span>
          </div>
          {isAsking && (
            <ReprocessDialog
              isTried={value.state === 'done'}
              onClose={() => setIsAsking(false)}
              onDone={(rides) => {
                setIsAsking(false);
                setSaid(words.reprocessing(rides));
                onReprocessed();
              }}
            />
          )}
        </>
      )}
    </Section>
  );
}

/** While it runs there is nothing to say before the first ride is through. */
function hasOutcome({ state, done }: Trial): boolean {
  return state !== 'none' && (state !== 'running' || done > 0);
}
