import { useState } from 'react';
import { Icon } from '../pieces/icon.tsx';
import '../styles/demo.css';
import { useDemo } from './demo-context.tsx';
import { RemoveDemo } from './remove-demo.tsx';
import { startTour } from './tour-step.ts';
import { words } from './words.ts';

/** On the home page: how far the demo stable is; once it is there, the way through it and the way to be rid of it. */
export function DemoBanner() {
  const { status } = useDemo();
  const [asks, setAsks] = useState(false);
  const { state, done, total } = status;
  if (state === 'none') return null;
  const text = {
    seeding: total === 0 ? words.begins : words.seeding(done, total),
    ready: words.ready,
    removing: words.removing,
  }[state];
  return (
    <section className="note demo-banner" aria-label={words.title}>
      <div className="words stack-tight">
        <p role="status">{text}</p>
        {state === 'seeding' && (
          <div
            className="progress"
            role="progressbar"
            aria-label={words.title}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={total === 0 ? 0 : Math.round((100 * done) / total)}
          >
            <div style={{ width: `${total === 0 ? 0 : (100 * done) / total}%` }} />
          </div>
        )}
      </div>
      {state !== 'removing' && (
        <div className="buttons">
          {state === 'ready' && (
            <button type="button" className="button main" onClick={startTour}>
              {words.takeTour}
            </button>
          )}
          <button type="button" className="button" onClick={() => setAsks(true)}>
            <Icon name="remove" /> {words.remove}
          </button>
        </div>
      )}
      {asks && <RemoveDemo onClose={() => setAsks(false)} />}
    </section>
  );
}
