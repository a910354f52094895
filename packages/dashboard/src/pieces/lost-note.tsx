import type { Degradation } from '@piaffe/client';
import { reasonText } from '../language/reason-text.tsx';
import { words } from './words.ts';

/** What is missing while a part of the server is away. */
export function LostNote({ degraded = [] }: { degraded?: readonly Degradation[] | undefined }) {
  if (degraded.length === 0) return null;
  const known: Readonly<Record<string, string>> = words.lost;
  return (
    <div className="note warn" role="status">
      <div className="words stack-tight">
        {degraded.map(({ feature, answer }) => (
          <p key={feature}>{known[feature] ?? reasonText(answer)}</p>
        ))}
        <p className="small">{words.comesBack}</p>
      </div>
    </div>
  );
}
