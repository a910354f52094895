import type { RideContext } from '@piaffe/client';
import { mountWords, words } from './words.ts';

type Mount = RideContext['mount'];

const mounts = Object.entries(mountWords) as [NonNullable<Mount>, string][];

/** Where the sensor sits; nothing needs to be said. */
export function MountSelect({
  value,
  onChange,
  ...control
}: {
  id: string;
  className: string;
  'aria-describedby': string | undefined;
  value: Mount;
  onChange: (value: Mount) => void;
}) {
  return (
    <select
      {...control}
      value={value ?? ''}
      onChange={({ target }) => onChange(mounts.find(([mount]) => mount === target.value)?.[0] ?? null)}
    >
      <option value="">{words.notSaid}</option>
      {mounts.map(([mount, name]) => (
        <option key={mount} value={mount}>
          {name}
        </option>
      ))}
    </select>
  );
}
