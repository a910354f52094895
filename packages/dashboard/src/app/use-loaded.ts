import type { ApiProblem } from '@piaffe/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf } from './api.ts';

/** What a page asked for: on its way, there, or why it is not. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly problem: ApiProblem };

/**
 * Asks when `key` changes. On `reload`, and when only `version` changes, it asks again and keeps what is shown until the
 * answer is there: what somebody is writing on the page stays. `show` puts in its place what another answer said already.
 */
export function useLoaded<T>(key: string, load: (signal: AbortSignal) => Promise<T>, version = '') {
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly result: Loaded<T> }>({
    key,
    result: { state: 'loading' },
  });
  const [asked, setAsked] = useState(0);
  const latest = useRef(load);
  latest.current = load;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is what reload changes, and `version` what the key leaves open
  useEffect(() => {
    const abort = new AbortController();
    latest.current(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setLoaded({ key, result: { state: 'ready', value } });
      },
      (error) => {
        if (!abort.signal.aborted) setLoaded({ key, result: { state: 'failed', problem: problemOf(error) } });
      },
    );
    return () => abort.abort();
  }, [key, version, asked]);

  const reload = useCallback(() => setAsked((count) => count + 1), []);
  const show = useCallback((value: T) => setLoaded({ key, result: { state: 'ready', value } }), [key]);
  const result: Loaded<T> = loaded.key === key ? loaded.result : { state: 'loading' };
  return { ...result, reload, show };
}
