import type { Server } from '@piaffe/client';
import { dateAndTime } from '../format/dates.ts';
import { reasonText } from '../language/reason-text.tsx';
import { Icon } from '../pieces/icon.tsx';
import { type Reloaded, Section } from './section.tsx';
import { words } from './words.ts';

type Part = Server['parts'][number];
const looks = { up: 'accent', starting: '', degraded: 'warn', down: 'bad' } as const;
const icons = { up: 'done', starting: 'wait', degraded: 'warn', down: 'warn' } as const;

/** Which parts of the server are there, and why one is not. */
export function Parts({ server }: { server: Reloaded<Server> }) {
  return (
    <Section title={words.parts} loaded={server}>
      {({ parts }) => (
        <ul className="people">
          {parts.map((part) => (
            <PartRow key={part.name} part={part} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function PartRow({ part }: { part: Part }) {
  const { name, shape, state, since, required, detail, breaker, verdict, featuresLost } = part;
  const known: Readonly<Record<string, string>> = words.partNames;
  const features: Readonly<Record<string, string>> = words.features;
  const isUp = state === 'up';
  return (
    <li>
      <div className="stack-tight">
        <p>{known[name] ?? <code>{name}</code>}</p>
        <p className="tiny soft">
          {words.partShapes[shape]}. {words.partSince(dateAndTime(since))}
        </p>
        {!isUp && (
          <p className="small soft">
            {reasonText(detail)} {required ? words.partRequired : words.partSpared}
          </p>
        )}
        {verdict !== null && verdict !== detail && <p className="small soft">{reasonText(verdict)}</p>}
        {breaker === 'open' && <p className="small soft">{words.breakerOpen}</p>}
        {featuresLost.length > 0 && (
          <p className="small">
            {words.featuresLost} {featuresLost.map((feature) => features[feature] ?? feature).join(', ')}
          </p>
        )}
      </div>
      <span className={`badge ${looks[state]}`}>
        <Icon name={icons[state]} size={14} />
        {words.partStates[state]}
      </span>
    </li>
  );
}
