import type { Horse, SessionEvent } from '@piaffe/client';
import { useState } from 'react';
import { useAccount } from '../app/account-context.ts';
import { usePageTitle } from '../app/navigation.tsx';
import { useEvents } from '../app/use-events.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { DemoBanner } from '../demo/demo-banner.tsx';
import { useDemo } from '../demo/demo-context.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Loading } from '../pieces/loading.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import '../styles/home.css';
import { FirstSteps } from './first-steps.tsx';
import { HorseCards } from './horse-cards.tsx';
import { HorseForm } from './horse-form.tsx';
import { type HorseWithRides, loadStable } from './load-stable.ts';
import { OnTheWay } from './on-the-way.tsx';
import { lastVisit } from './visit.ts';
import { WhatIsNew } from './what-is-new.tsx';
import { withEvent } from './with-event.ts';
import { words } from './words.ts';

/** The home page: what is under way, what is new, and each horse with its latest rides. */
export function HorsesPage() {
  usePageTitle(words.title);
  const { account } = useAccount();
  const [since] = useState(() => lastVisit(account.id));
  const [archived, setArchived] = useState(false);
  const [form, setForm] = useState<{ horse: Horse | null } | null>(null);
  const { status: demo, isGone } = useDemo();
  const stable = useLoaded<HorseWithRides[]>(
    `stable ${archived}`,
    (signal) => loadStable(archived, signal),
    // The horses of the demo come and go without anybody's doing on this page.
    `${demo.state} ${demo.done > 0}`,
  );

  useEvents(null, (event: SessionEvent) => {
    if (stable.state !== 'ready') return;
    const next = withEvent(stable.value, event);
    if (next === 'ask-again') stable.reload();
    else stable.show(next);
  });

  const present = stable.state === 'ready' ? stable.value.filter(({ horse }) => !(isGone && horse.demo)) : [];
  const dialog = form && (
    <HorseForm
      horse={form.horse}
      onClose={() => setForm(null)}
      onDone={() => {
        setForm(null);
        stable.reload();
      }}
    />
  );
  if (stable.state === 'ready' && present.length === 0 && !archived) {
    return (
      <>
        <DemoBanner />
        <FirstSteps onAdd={() => setForm({ horse: null })} />
        <Archived shown={archived} onChange={setArchived} />
        {dialog}
      </>
    );
  }
  return (
    <>
      <div className="page-head">
        <h1>{archived ? words.archived : words.title}</h1>
        {!archived && (
          <button type="button" className="button main" onClick={() => setForm({ horse: null })}>
            <Icon name="add" /> {words.add}
          </button>
        )}
      </div>
      {!archived && <DemoBanner />}
      {!archived && <OnTheWay />}
      {!archived && <WhatIsNew stable={present} since={since} />}
      {stable.state === 'loading' && <Loading />}
      {stable.state === 'failed' && <ProblemNote problem={stable.problem} retry={stable.reload} />}
      {stable.state === 'ready' && present.length === 0 && <p className="soft">{words.noneArchived}</p>}
      <HorseCards
        stable={present}
        isCompared={!archived}
        since={since}
        version={demo.state}
        onEdit={(horse) => setForm({ horse })}
      />
      <Archived shown={archived} onChange={setArchived} />
      {dialog}
    </>
  );
}

function Archived({ shown, onChange }: { shown: boolean; onChange: (shown: boolean) => void }) {
  return (
    <p>
      <button type="button" className="button quiet" onClick={() => onChange(!shown)}>
        {shown ? words.title : words.archived}
      </button>
    </p>
  );
}
