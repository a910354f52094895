import type { Rider } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../app/api.ts';
import { everyPage } from '../app/every-page.ts';
import { useAction } from '../app/use-action.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { ProblemNote } from './problem-note.tsx';
import { words } from './words.ts';

const somebodyNew = 'new';

/** Who rode: one of the stable's riders, or somebody new, who is then one of them. */
export function RiderSelect({
  value,
  onChange,
  ...control
}: {
  id: string;
  className: string;
  'aria-describedby': string | undefined;
  value: string | null;
  onChange: (rider: string | null) => void;
}) {
  const riders = useLoaded('riders', loadRiders);
  const [newName, setNewName] = useState<string | null>(null);
  const { busy, problem, run } = useAction();
  const add = async () => {
    const rider = await api.post('/riders', { body: { name: (newName ?? '').trim() } });
    riders.show([...(riders.state === 'ready' ? riders.value : []), rider]);
    onChange(rider.id);
    setNewName(null);
  };

  if (newName !== null) {
    return (
      <div className="stack-tight">
        <div className="input-and-button">
          <input
            {...control}
            placeholder={words.riderName}
            aria-label={words.riderName}
            maxLength={100}
            // biome-ignore lint/a11y/noAutofocus: it takes the place of the list that was just used
            autoFocus
            value={newName}
            onChange={(event) => setNewName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (newName.trim() !== '') run(add);
            }}
          />
          <button
            type="button"
            className="button"
            aria-disabled={busy}
            disabled={newName.trim() === ''}
            onClick={() => run(add)}
          >
            {words.add}
          </button>
          <button type="button" className="button quiet" onClick={() => setNewName(null)}>
            {words.cancel}
          </button>
        </div>
        {problem && <ProblemNote problem={problem} />}
      </div>
    );
  }
  return (
    <select
      {...control}
      value={value ?? ''}
      onChange={({ target }) => {
        if (target.value === somebodyNew) setNewName('');
        else onChange(target.value || null);
      }}
    >
      <option value="">{words.notSaid}</option>
      {riders.state === 'ready' &&
        riders.value.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      <option value={somebodyNew}>{words.somebodyNew}</option>
    </select>
  );
}

export function loadRiders(signal: AbortSignal): Promise<Rider[]> {
  return everyPage((after) =>
    api.get('/riders', {
      params: { query: { limit: 200, ...(after === undefined ? {} : { after }) } },
      signal,
    }),
  );
}
