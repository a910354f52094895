import { createContext, type ReactNode, useContext, useMemo, useState, useSyncExternalStore } from 'react';
import type { Window } from '../../ride/window.ts';
import { createTimeMark, type TimeMark, type TimeMarkStore } from './time-mark.ts';

/** Which part of the ride is looked at, and where one is in it. */
export interface RideView {
  readonly whole: Window;
  readonly window: Window;
  readonly show: (window: Window) => void;
  readonly mark: TimeMarkStore;
}

const RideViewContext = createContext<RideView | null>(null);

/** @param seconds how long the ride is */
export function RideViewProvider({ seconds, children }: { seconds: number; children: ReactNode }) {
  const whole = useMemo(() => ({ from: 0, to: seconds }), [seconds]);
  const [window, show] = useState<Window>(whole);
  const [mark] = useState(createTimeMark);
  const view = useMemo(() => ({ whole, window, show, mark }), [whole, window, mark]);
  return <RideViewContext value={view}>{children}</RideViewContext>;
}

export function useRideView(): RideView {
  const view = useContext(RideViewContext);
  if (view === null) throw new Error('there is no ride here');
  return view;
}

export function useTimeMark(): TimeMark {
  const { mark } = useRideView();
  return useSyncExternalStore(mark.subscribe, mark.get);
}
