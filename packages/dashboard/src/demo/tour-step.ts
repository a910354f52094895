import { useSyncExternalStore } from 'react';

/** Which sentence of the tour is shown, from 0; null while there is no tour. It outlasts a reload, not the window. */
export function useTourStep(): number | null {
  return useSyncExternalStore(subscribe, current);
}

export function startTour(): void {
  goToStep(0);
}

export function goToStep(step: number): void {
  keep(String(step));
}

export function endTour(): void {
  keep(null);
}

const key = 'piaffe-tour';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function current(): number | null {
  const kept = sessionStorage.getItem(key);
  return kept !== null && /^[0-5]$/.test(kept) ? Number(kept) : null;
}

function keep(step: string | null): void {
  if (step === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, step);
  for (const listener of listeners) listener();
}
