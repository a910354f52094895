import type { DemoStatus } from '@piaffe/client';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useAccount } from '../app/account-context.ts';
import { api } from '../app/api.ts';

/** The demo stable of whoever is signed in: only who runs the server has one. */
export interface Demo {
  readonly status: DemoStatus;
  /** Removed from here: its horses are no more, whatever was asked for before still shows. */
  readonly isGone: boolean;
  /** Deletes its horses and rides for good; resolves when they are gone. */
  readonly remove: () => Promise<void>;
}

const none: DemoStatus = { state: 'none', done: 0, total: 0 };
const DemoContext = createContext<Demo>({ status: none, isGone: false, remove: async () => {} });
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

  const [isGone, setIsGone] = useState(false);
  const remove = useCallback(async () => {
    const left = await api.delete('/demo');
    setStatus(left);
    setIsGone(left.state === 'none');
  }, []);
  const demo = useMemo(() => ({ status, isGone, remove }), [status, isGone, remove]);
  return <DemoContext value={demo}>{children}</DemoContext>;
}
