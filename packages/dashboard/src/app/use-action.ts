import type { ApiProblem } from '@piaffe/client';
import { useRef, useState } from 'react';
import { problemOf } from './api.ts';

/** Something a person sets going: whether it is under way, and why it did not succeed. Once at a time. */
export function useAction() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const underWay = useRef(false);

  async function run(action: () => Promise<void>): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await action();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }
  return { busy, problem, run, forget: () => setProblem(null) };
}
