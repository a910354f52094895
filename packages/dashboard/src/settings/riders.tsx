import type { Rider } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { Icon } from '../pieces/icon.tsx';
import { Loading } from '../pieces/loading.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { loadRiders } from '../pieces/rider-select.tsx';
import { words } from './words.ts';

/** Who rides one's horses. */
export function Riders() {
  const riders = useLoaded('riders', loadRiders);
  const [name, setName] = useState('');
  const { busy, problem, run } = useAction();
  const add = async () => {
    await api.post('/riders', { body: { name: name.trim() } });
    setName('');
    riders.reload();
  };
  return (
    <section className="card stack-tight" aria-labelledby="riders">
      <h2 id="riders">{words.riders}</h2>
      {riders.state === 'loading' && <Loading shapes={1} />}
      {riders.state === 'failed' && <ProblemNote problem={riders.problem} retry={riders.reload} />}
      {riders.state === 'ready' && (
        <ul className="people">
          {riders.value.map((rider) => (
            <RiderRow key={rider.id} rider={rider} onChanged={riders.reload} />
          ))}
        </ul>
      )}
      <form
        className="input-and-button"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') run(add);
        }}
      >
        <input
          className="input"
          aria-label={words.newRider}
          placeholder={words.newRider}
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <button type="submit" className="button" aria-disabled={busy}>
          <Icon name="add" size={18} /> {words.addRider}
        </button>
      </form>
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}

function RiderRow({ rider, onChanged }: { rider: Rider; onChanged: () => void }) {
  const [name, setName] = useState<string | null>(null);
  const { busy, problem, run } = useAction();
  const params = { path: { rider: rider.id } };
  const change = async (body: { name?: string; archived?: boolean }) => {
    await api.patch('/riders/{rider}', { params, body });
    setName(null);
    onChanged();
  };
  return (
    <li>
      {name === null ? (
        <p>
          <strong>{rider.name}</strong>
        </p>
      ) : (
        <form
          className="input-and-button"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') run(() => change({ name: name.trim() }));
          }}
        >
          <input
            className="input"
            aria-label={words.renameRider(rider.name)}
            maxLength={100}
            // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was just used
            autoFocus
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <button type="submit" className="button" aria-disabled={busy}>
            {words.save}
          </button>
        </form>
      )}
      <div className="note-buttons">
        <button
          type="button"
          className="button quiet square"
          aria-label={words.renameRider(rider.name)}
          title={words.renameRider(rider.name)}
          onClick={() => setName(name === null ? rider.name : null)}
        >
          <Icon name="edit" size={18} />
        </button>
        <button
          type="button"
          className="button quiet"
          aria-label={words.archiveRider(rider.name)}
          aria-disabled={busy}
          onClick={() => run(() => change({ archived: true }))}
        >
          {words.archive}
        </button>
      </div>
      {problem && <ProblemNote problem={problem} />}
    </li>
  );
}
