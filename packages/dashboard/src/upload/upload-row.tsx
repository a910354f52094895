import type { Horse } from '@piaffe/client';
import type { ReactNode } from 'react';
import { Link } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { bytes, percent } from '../format/numbers.ts';
import { reasonText } from '../language/reason-text.tsx';
import { Icon, type IconName } from '../pieces/icon.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import type { Step, UploadItem } from './uploads.ts';
import { uploads } from './use-uploads.ts';
import { words } from './words.ts';

/** One file: how far it is, and what came of it. */
export function UploadRow({
  item: { id, name, size, horseName, step },
  horses,
}: {
  item: UploadItem;
  horses: readonly Horse[];
}) {
  const { icon, tone } = lookOf(step);
  const share = shareOf(step);
  return (
    <li className="upload-row">
      <span className={`mark ${tone}`}>
        <Icon name={icon} />
      </span>
      <div className="what">
        <p className="name">
          <strong>{name}</strong>{' '}
          <span className="tiny soft">
            {bytes(size)}, {words.toHorse(horseName)}
          </span>
        </p>
        {share !== null && (
          <div
            className="progress"
            role="progressbar"
            aria-label={words.progressOf(name)}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(share * 100)}
          >
            <div style={{ width: `${share * 100}%` }} />
          </div>
        )}
        <p className="small" role="status">
          {wordsFor(step, horses)}
        </p>
        {step.is === 'failed' && <ProblemNote problem={step.problem} retry={() => uploads.retry(id)} />}
      </div>
      {step.is === 'kept' && (
        <Link
          className={isUnusable(step) ? 'button quiet' : 'button'}
          to={addresses.session(step.session.id)}
        >
          {isUnusable(step) ? words.openUnusable : words.open}
        </Link>
      )}
    </li>
  );
}

/** Nothing more can be had of it than the file itself. */
function isUnusable(step: Step): boolean {
  return step.is === 'kept' && step.session.state === 'failed';
}

function lookOf(step: Step): { icon: IconName; tone: 'good' | 'bad' | 'busy' } {
  if (step.is === 'failed') return { icon: 'warn', tone: 'bad' };
  if (step.is !== 'kept') return { icon: 'upload', tone: 'busy' };
  const { state } = step.session;
  if (step.duplicate) return { icon: 'copy', tone: 'busy' };
  if (state === 'done') return { icon: 'done', tone: 'good' };
  return state === 'queued' || state === 'running'
    ? { icon: 'wait', tone: 'busy' }
    : { icon: 'warn', tone: 'bad' };
}

function shareOf(step: Step): number | null {
  if (step.is === 'waiting') return 0;
  if (step.is === 'sending') return step.share;
  if (step.is === 'storing') return 1;
  if (step.is !== 'kept' || step.duplicate) return null;
  const { state, progress } = step.session;
  return state === 'running' || state === 'queued' ? (progress?.share ?? 0) : null;
}

function wordsFor(step: Step, horses: readonly Horse[]): ReactNode {
  if (step.is === 'waiting') return words.waiting;
  if (step.is === 'sending') return words.sending(percent(step.share));
  if (step.is === 'storing') return words.storing;
  if (step.is === 'failed') return words.failed;
  if (step.duplicate) {
    return words.duplicate(horses.find(({ id }) => id === step.session.horse)?.name ?? null);
  }
  const { state, progress, reason } = step.session;
  if (state === 'queued') return words.queued;
  if (state === 'running') return words.analysing(percent(progress?.share ?? 0));
  if (state === 'done') return words.done;
  return (
    <>
      {state === 'failed' ? words.notUsable : words.notAnalysed} {reasonText(reason)}
    </>
  );
}
