import type { SessionEvent } from '@piaffe/client';
import { useEffect, useRef } from 'react';
import { api } from './api.ts';

/**
 * Calls back with what happens to one session, or to all of one's own. A page in the background keeps no stream open:
 * browsers allow few per server. When it is looked at again, it is told the present state.
 */
export function useEvents(session: string | null, onEvent: (event: SessionEvent) => void): void {
  const latest = useRef(onEvent);
  latest.current = onEvent;

  useEffect(() => {
    let stream = new AbortController();
    const follow = async (signal: AbortSignal) => {
      try {
        const options = session === null ? { signal } : { session, signal };
        for await (const event of api.followEvents(options)) {
          if (!signal.aborted) latest.current(event);
        }
      } catch {
        // What cannot be followed (signed out, no such session) is told by the page's own question.
      }
    };
    const watch = () => {
      stream.abort();
      stream = new AbortController();
      if (document.visibilityState === 'visible') follow(stream.signal);
    };
    watch();
    document.addEventListener('visibilitychange', watch);
    return () => {
      document.removeEventListener('visibilitychange', watch);
      stream.abort();
    };
  }, [session]);
}
