import type { Added } from '@piaffe/client';
import { fixed } from '../../format/numbers.ts';
import { reasonText } from '../../language/reason-text.tsx';
import { qualityWords } from '../../pieces/words.ts';
import { words } from '../words.ts';

type PluginAdded = Added['plugins'][number];

/** What plugins of this server add to a ride, as they name it; or why one does not. */
export function AddedMetrics({ added: { plugins } }: { added: Added }) {
  if (plugins.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="added">
      <h2 id="added">{words.moreMetrics}</h2>
      {plugins.map((each) => (
        <OfPlugin key={each.plugin} added={each} />
      ))}
    </section>
  );
}

function OfPlugin({ added: { plugin, version, state, problem, metrics } }: { added: PluginAdded }) {
  return (
    <div className="stack-tight">
      {metrics.length > 0 && (
        <dl className="added-metrics small">
          {metrics.map(({ name, title, meaning, digits, metric: { value, unit, quality, reason } }) => (
            <div key={name}>
              <dt lang="en" title={meaning}>
                {title}
              </dt>
              <dd>
                {value === null ? (
                  reasonText(reason)
                ) : (
                  <>
                    <span className="numbers">{fixed(value, digits)}</span> {unit === '1' ? '' : unit}{' '}
                    <span className="tiny soft">{qualityWords[quality]}</span>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {problem !== null && <p className="small">{reasonText(problem)}</p>}
      {problem === null && state === 'waiting' && <p className="small">{words.addedLater}</p>}
      <p className="tiny soft">{words.addedBy(plugin, version ?? '')}</p>
    </div>
  );
}
