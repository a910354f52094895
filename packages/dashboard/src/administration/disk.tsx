import type { Server } from '@piaffe/client';
import { bytes } from '../format/numbers.ts';
import { PartsBar } from './parts-bar.tsx';
import { type Reloaded, Section } from './section.tsx';
import { words } from './words.ts';

/** Beneath it an operator should act: an hour of riding takes about 5 MB. */
const littleRoom = 1e9;

/** What the data folder takes of its disk, and what is free. */
export function Disk({ server }: { server: Reloaded<Server> }) {
  return (
    <Section title={words.disk} loaded={server}>
      {({ disk: { free, total, database, recordings } }) => {
        const sizes = {
          recordings,
          database,
          'something-else': Math.max(0, total - free - database - recordings),
          free,
        };
        return (
          <>
            {free < littleRoom && (
              <p className="note warn" role="status">
                <span className="words">{words.littleRoom(bytes(free))}</span>
              </p>
            )}
            <PartsBar
              parts={Object.entries(sizes).map(([look, size]) => ({
                name: words.diskParts[look as keyof typeof sizes],
                look,
                size,
                text: bytes(size),
              }))}
            />
          </>
        );
      }}
    </Section>
  );
}
