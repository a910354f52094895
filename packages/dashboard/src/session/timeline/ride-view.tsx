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

/**
 * A ride that became longer or shorter is looked at anew, whole; what somebody is writing beside it stays.
 *
 * @param seconds how long the ride is
 */
export function RideViewProvider({ seconds, children }: { seconds: number; children: ReactNode }) {
  const whole = useMemo(() => ({ from: 0, to: seconds }), [seconds]);
  const [looked, setLooked] = useState({ whole, window: whole });
  const window = looked.whole === whole ? looked.window : whole;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an instant of another ride is none of this one
  const mark = useMemo(createTimeMark, [whole]);
  const view = useMemo(() => {
    const show = (next: Window) => setLooked({ whole, window: next });
    return { whole, window, show, mark };
  }, [whole, window, mark]);
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
