import type { Degradation } from '@piaffe/client';
import { useEffect } from 'react';
import { api } from './api.ts';
import { useLoaded } from './use-loaded.ts';

const milliseconds = 5_000;
const none: readonly Degradation[] = [];

/** What nobody can do just now, of these features; it is looked at again until it is back. */
export function useDegraded(...features: readonly string[]): readonly Degradation[] {
  const { reload, ...loaded } = useLoaded('degraded', (signal) => api.get('/degraded', { signal }));
  const all = loaded.state === 'ready' ? loaded.value.degraded : none;
  useEffect(() => {
    if (all.length === 0) return;
    const timer = setTimeout(reload, milliseconds);
    return () => clearTimeout(timer);
  }, [all, reload]);
  return all.filter(({ feature }) => features.includes(feature));
}
