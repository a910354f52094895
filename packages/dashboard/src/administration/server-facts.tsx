import type { Server } from '@piaffe/client';
import { useDemo } from '../demo/demo-context.tsx';
import { dateAndTime } from '../format/dates.ts';
import { duration } from '../format/times.ts';
import { type Reloaded, Section } from './section.tsx';
import { words } from './words.ts';

const day = 86_400;

/** Versions, since when it runs, and whether the demo is there. */
export function ServerFacts({ server }: { server: Reloaded<Server> }) {
  const demo = useDemo().status;
  return (
    <Section title={words.facts} loaded={server}>
      {({ version, node, startedAt, algorithms: { aggregation, trend } }) => {
        const seconds = Math.max(0, (Date.now() - Date.parse(startedAt)) / 1000);
        const facts = [
          ['Piaffe', version],
          ['Node.js', node],
          [words.aggregation, algorithmText(aggregation)],
          [words.trend, algorithmText(trend)],
          [words.runsSince, dateAndTime(startedAt)],
          [words.uptime, seconds < 2 * day ? duration(seconds) : words.days(Math.floor(seconds / day))],
          [words.demo, words.demoStates[demo.state]],
        ];
        return (
          <dl className="server-facts small">
            {facts.map(([name, text]) => (
              <div key={name}>
                <dt className="soft">{name}</dt>
                <dd className="numbers">{text}</dd>
              </div>
            ))}
          </dl>
        );
      }}
    </Section>
  );
}

function algorithmText(algorithm: Server['algorithms']['trend']): string {
  return algorithm === null ? words.away : `${algorithm.name} ${algorithm.version}`;
}
