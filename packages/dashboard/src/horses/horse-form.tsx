import type { Horse } from '@piaffe/client';
import { useState } from 'react';
import { api } from '../app/api.ts';
import { useAction } from '../app/use-action.ts';
import { ownTimeZone } from '../format/dates.ts';
import { given, shown, unitOf } from '../format/units.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { Field } from '../pieces/field.tsx';
import { MountSelect } from '../pieces/mount-select.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { words as general } from '../pieces/words.ts';
import { words } from './words.ts';

/** Adds a horse, or changes one. */
export function HorseForm({
  horse = null,
  onDone,
  onClose,
}: {
  horse?: Horse | null;
  onDone: (horse: Horse) => void;
  onClose: () => void;
}) {
  const [name, setName] = useState(horse?.name ?? '');
  const [breed, setBreed] = useState(horse?.breed ?? '');
  const [birthYear, setBirthYear] = useState(String(horse?.birthYear ?? ''));
  const [mass, setMass] = useState(massText(horse));
  const [usualMount, setUsualMount] = useState(horse?.usualMount ?? null);
  const [timeZone, setTimeZone] = useState(horse?.timeZone ?? ownTimeZone());
  const [archived, setArchived] = useState(horse?.archived ?? false);
  const { busy, problem, run } = useAction();

  const save = async () => {
    const profile = {
      name: name.trim(),
      breed: breed.trim() || null,
      birthYear: birthYear === '' ? null : Number(birthYear),
      massKg: massIn(mass, horse),
      usualMount,
      timeZone: timeZone.trim(),
    };
    onDone(
      horse === null
        ? await api.post('/horses', { body: profile })
        : await api.patch('/horses/{horse}', {
            params: { path: { horse: horse.id } },
            body: { ...profile, archived },
          }),
    );
  };

  return (
    <Dialog title={horse === null ? words.addTitle : words.editTitle} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          run(save);
        }}
      >
        <Field label={words.name}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={100}
              pattern=".*\S.*"
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="side-by-side">
          <Field label={words.breed} hint={general.optional}>
            {(control) => (
              <input
                {...control}
                maxLength={100}
                value={breed}
                onChange={(event) => setBreed(event.target.value)}
              />
            )}
          </Field>
          <Field label={words.birthYear} hint={general.optional}>
            {(control) => (
              <input
                {...control}
                type="number"
                inputMode="numeric"
                min={1970}
                max={new Date().getFullYear()}
                value={birthYear}
                onChange={(event) => setBirthYear(event.target.value)}
              />
            )}
          </Field>
          <Field label={words.mass(unitOf('mass'))} hint={general.optional}>
            {(control) => (
              <input
                {...control}
                type="number"
                inputMode="decimal"
                min={Math.ceil(shown('mass', 50))}
                max={Math.floor(shown('mass', 1500))}
                step="any"
                value={mass}
                onChange={(event) => setMass(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Field label={words.mount} hint={general.optional}>
          {(control) => <MountSelect {...control} value={usualMount} onChange={setUsualMount} />}
        </Field>
        <Field label={words.timeZone} hint={words.timeZoneHint}>
          {(control) => (
            <>
              <input
                {...control}
                required
                list="time-zones"
                autoComplete="off"
                value={timeZone}
                onChange={(event) => setTimeZone(event.target.value)}
              />
              <datalist id="time-zones">
                {Intl.supportedValuesOf('timeZone').map((zone) => (
                  <option key={zone} value={zone} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        {horse !== null && (
          <label className="check small">
            <input
              type="checkbox"
              checked={archived}
              onChange={(event) => setArchived(event.target.checked)}
            />
            {words.archive}
          </label>
        )}
        {problem && <ProblemNote problem={problem} />}
        <div className="buttons">
          <button type="button" className="button quiet" onClick={onClose}>
            {general.cancel}
          </button>
          <button type="submit" className="button main" aria-disabled={busy}>
            {busy ? words.saving : horse === null ? words.addButton : words.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** To one digit; an empty text where the mass is not known. */
function massText(horse: Horse | null): string {
  return horse?.massKg == null ? '' : String(Number(shown('mass', horse.massKg).toFixed(1)));
}

/** kg. What nobody touched stays as it was, not as it was rounded to be shown. */
function massIn(text: string, horse: Horse | null): number | null {
  if (text === '') return null;
  return text === massText(horse) ? (horse?.massKg ?? null) : Number(given('mass', Number(text)).toFixed(1));
}
