import { api } from '../app/api.ts';
import { dateAndTime } from '../format/dates.ts';
import { whole } from '../format/numbers.ts';
import { reasonText } from '../language/reason-text.tsx';
import { stateWords } from '../pieces/words.ts';
import { PartsBar } from './parts-bar.tsx';
import { type Reloaded, Section } from './section.tsx';
import { words } from './words.ts';

type WorkStatus = Awaited<ReturnType<typeof readWork>>;
const states = ['done', 'running', 'queued', 'quarantined', 'failed'] as const;

export function readWork(signal: AbortSignal) {
  return api.get('/work', { signal });
}

/** How many rides are analysed, wait or are stuck, of all accounts, and what holds them up. */
export function Work({ work }: { work: Reloaded<WorkStatus> }) {
  return (
    <Section title={words.work} loaded={work}>
      {(value) => (
        <>
          {value.blocked !== null && (
            <p className="note warn" role="status">
              <span className="words">
                {words.blocked} {reasonText(value.blocked)}
              </span>
            </p>
          )}
          <PartsBar
            parts={states.map((state) => ({
              name: stateWords[state],
              look: state,
              size: value[state],
              text: whole(value[state]),
            }))}
          />
          {value.oldestQueuedAt !== null && (
            <p className="small soft">{words.oldestQueued(dateAndTime(value.oldestQueuedAt))}</p>
          )}
        </>
      )}
    </Section>
  );
}
