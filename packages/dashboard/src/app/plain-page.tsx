import type { ReactNode } from 'react';
import { Mark } from '../pieces/icon.tsx';
import { usePageTitle } from './navigation.tsx';

/** A page of somebody who is not inside yet: one thing to do, nothing to choose from. */
export function PlainPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  usePageTitle(title);
  return (
    <main className="plain-page">
      <div className="narrow stack">
        <p className="plain-brand">
          <Mark /> Piaffe
        </p>
        <div className="card stack">
          <h1>{title}</h1>
          {lead && <p className="soft">{lead}</p>}
          {children}
        </div>
      </div>
    </main>
  );
}
