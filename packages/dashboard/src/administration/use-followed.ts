import { useEffect } from 'react';
import { useLoaded } from '../app/use-loaded.ts';

/** Asks again so long after each answer as it says, in ms, while the page is looked at; at the same time never twice. */
export function useFollowed<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  pauseAfter: (value: T | null) => number,
) {
  const loaded = useLoaded(key, load);
  const { reload } = loaded;
  const value = loaded.state === 'ready' ? loaded.value : null;
  const answer = loaded.state === 'failed' ? loaded.problem : value;
  const pause = pauseAfter(value);
  useEffect(() => {
    if (answer === null) return;
    const again = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      clearInterval(again);
      reload();
    }, pause);
    return () => clearInterval(again);
  }, [answer, pause, reload]);
  return loaded;
}
