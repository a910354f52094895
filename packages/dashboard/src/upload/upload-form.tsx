import type { Horse, RideContext } from '@piaffe/client';
import { useState } from 'react';
import { instantIn } from '../format/zoned-time.ts';
import { ContextFields } from '../pieces/context-fields.tsx';
import { Field } from '../pieces/field.tsx';
import { DropZone } from './drop-zone.tsx';
import { uploads } from './use-uploads.ts';
import { words } from './words.ts';

/** Whose rides they are, what is said about them, and the files. */
export function UploadForm({
  horses,
  horse,
  onHorse,
  context,
  onContext,
  start,
  onStart,
}: {
  horses: readonly Horse[];
  horse: Horse;
  onHorse: (horse: string) => void;
  context: RideContext;
  onContext: (changes: Partial<RideContext>) => void;
  start: string;
  onStart: (start: string) => void;
}) {
  const [tooMany, setTooMany] = useState(false);
  const send = (files: readonly File[]) => {
    setTooMany(start !== '' && files.length > 1);
    if (files.length === 0 || (start !== '' && files.length > 1)) return;
    const said = Object.fromEntries(Object.entries(context).filter(([, value]) => value !== null));
    const began = start === '' ? {} : { startedAt: instantIn(horse.timeZone, start) };
    uploads.add(files, horse.name, { horse: horse.id, ...said, ...began });
    onStart('');
  };
  return (
    <div className="upload-form">
      <div className="card form">
        <Field label={words.horse}>
          {(control) => (
            <select {...control} value={horse.id} onChange={({ target }) => onHorse(target.value)}>
              {horses.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <DropZone onFiles={send} />
        {tooMany && (
          <p className="note warn" role="alert">
            {words.startForOne}
          </p>
        )}
      </div>
      <details className="card about">
        <summary>
          <h2>{words.about}</h2>
          <span className="tiny soft">{words.aboutHint}</span>
        </summary>
        <div className="form">
          <ContextFields value={context} onChange={onContext} />
          <Field label={words.start} hint={words.startHint(horse.timeZone)}>
            {(control) => (
              <input
                {...control}
                type="datetime-local"
                value={start}
                onChange={({ target }) => onStart(target.value)}
              />
            )}
          </Field>
        </div>
      </details>
    </div>
  );
}
