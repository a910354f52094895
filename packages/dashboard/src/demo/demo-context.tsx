import type { DemoStatus } from '@piaffe/client';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useAccount } from '../app/account-context.ts';
import { api } from '../app/api.ts';

/** The demo stable of whoever is signed in: only who runs the server has one. */
export interface Demo {
  readonly status: DemoStatus;
  /** Deletes its horses and rides for good; resolves when they are gone. */
  readonly remove: () => Promise<void>;
}

const none: DemoStatus = { state: 'none', done: 0, total: 0 };
const DemoContext = createContext<Demo>({ status: none, remove: async () => {} });
const lookAgainAfter = 2_000;

export function useDemo(): Demo {
  return useContext(DemoContext);
}

/** Looks again and again while the demo is being made or removed, and the page is looked at. */
export function DemoProvider({ children }: { children: ReactNode }) {
  const { role } = useAccount().account;
  const [status, setStatus] = useState(none);
  const changes = status.state === 'seeding' || status.state === 'removing';

  useEffect(() => {
    if (role !== 'administrator') return;
    const abort = new AbortController();
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      // Without an answer there is no demo to speak of; the pages stand by themselves.
      api.get('/demo', { signal: abort.signal }).then(setStatus, () => {});
    };
    look();
    const again = changes ? setInterval(look, lookAgainAfter) : undefined;
    return () => {
      abort.abort();
      clearInterval(again);
    };
  }, [role, changes]);

  const remove = useCallback(async () => setStatus(await api.delete('/demo')), []);
  const demo = useMemo(() => ({ status, remove }), [status, remove]);
  return <DemoContext value={demo}>{children}</DemoContext>;
}
