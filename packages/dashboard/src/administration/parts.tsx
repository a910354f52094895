import type { Server } from '@piaffe/client';
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

function PartRow({ part: { name, state, required, detail } }: { part: Part }) {
  const known: Readonly<Record<string, string>> = words.partNames;
  return (
    <li>
      <p className="stack-tight">
        <span>{known[name] ?? <code>{name}</code>}</span>
        {state !== 'up' && (
          <span className="small soft">
            {reasonText(detail)} {required ? words.partRequired : words.partSpared}
          </span>
        )}
      </p>
      <span className={`badge ${looks[state]}`}>
        <Icon name={icons[state]} size={14} />
        {words.partStates[state]}
      </span>
    </li>
  );
}
