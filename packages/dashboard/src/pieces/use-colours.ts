import { useSyncExternalStore } from 'react';

const names = ['ink', 'soft', 'line', 'accent', 'card', 'warn', 'edge'] as const;

/** The colours of the present scheme, for what is drawn on a canvas. */
export type Colours = Readonly<Record<(typeof names)[number], string>>;

const darkness = matchMedia('(prefers-color-scheme: dark)');
let present: Colours | null = null;

export function useColours(): Colours {
  return useSyncExternalStore(subscribe, () => {
    present ??= read();
    return present;
  });
}

function read(): Colours {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Colours;
}

function subscribe(listener: () => void): () => void {
  const change = () => {
    present = null;
    listener();
  };
  darkness.addEventListener('change', change);
  return () => darkness.removeEventListener('change', change);
}
