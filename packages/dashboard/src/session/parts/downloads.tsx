import type { Session } from '@piaffe/client';
import { addressOf } from '../../app/api.ts';
import { Icon } from '../../pieces/icon.tsx';
import { words } from '../words.ts';

/** Everything about a ride, to take home. */
export function Downloads({
  session: { id, recordings },
  hasResult,
}: {
  session: Session;
  hasResult: boolean;
}) {
  const path = `sessions/${id}`;
  const raw = recordings.map((recording) => ({
    key: recording.id,
    address: `${path}/recording?recording=${recording.id}`,
    name: recording.name,
    label: recordings.length === 1 ? words.raw : words.rawOf(recording.name),
  }));
  const computed = [
    { key: 'result', address: `${path}/result`, name: `${id}.json`, label: words.resultJson },
    { key: 'csv', address: `${path}/series?format=csv`, name: `${id}.csv`, label: words.seriesCsv },
    { key: 'json', address: `${path}/series`, name: `${id}-series.json`, label: words.seriesJson },
    { key: 'arrow', address: `${path}/series?format=arrow`, name: `${id}.arrow`, label: words.seriesArrow },
  ];
  return (
    <div>
      <h3>{words.downloads}</h3>
      <ul className="buttons">
        {[...raw, ...(hasResult ? computed : [])].map(({ key, address, name, label }) => (
          <li key={key}>
            <a className="button" href={addressOf(address)} download={name}>
              <Icon name="download" size={18} /> {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
