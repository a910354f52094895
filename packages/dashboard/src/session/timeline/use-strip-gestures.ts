import { type RefObject, useEffect, useRef } from 'react';
import { isWhole, length, pan, zoom } from '../../ride/window.ts';
import { beginGesture, follow, type Gesture } from './gestures.ts';
import type { RideView } from './ride-view.tsx';

/** Less than this (px) is a click that marks an instant, not a drag. */
const smallestDrag = 5;
const reachPixels = { mouse: 7, touch: 18 };

/** Lets a pointer, fingers and the wheel on the strip decide which part of the ride is shown. */
export function useStripGestures(strip: RefObject<HTMLElement | null>, view: RideView): void {
  const latest = useRef(view);
  latest.current = view;

  useEffect(() => {
    const element = strip.current;
    if (!element) return;
    const pointers = new Map<number, number>();
    let gesture: (Gesture & { readonly beganX: number }) | null = null;
    let isDrag = false;

    const instantOf = ({ clientX }: { clientX: number }) => {
      const { left, width } = element.getBoundingClientRect();
      const { whole } = latest.current;
      const share = Math.min(1, Math.max(0, (clientX - left) / width));
      return whole.from + share * length(whole);
    };

    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      const { whole, window } = latest.current;
      pointers.set(event.pointerId, instantOf(event));
      element.setPointerCapture(event.pointerId);
      if (pointers.size === 2) {
        gesture = { kind: 'pinch', began: [...pointers.values()], window, beganX: event.clientX };
        isDrag = true;
        return;
      }
      const pixels = event.pointerType === 'mouse' ? reachPixels.mouse : reachPixels.touch;
      const reach = (pixels / element.clientWidth) * length(whole);
      gesture = { ...beginGesture(whole, window, instantOf(event), reach), beganX: event.clientX };
      isDrag = false;
    };
    const move = (event: PointerEvent) => {
      const { whole, show, mark } = latest.current;
      const at = instantOf(event);
      if (pointers.has(event.pointerId)) pointers.set(event.pointerId, at);
      else if (event.pointerType === 'mouse') mark.point(at);
      if (gesture === null) return;
      isDrag ||= Math.abs(event.clientX - gesture.beganX) >= smallestDrag;
      if (isDrag) show(follow(whole, gesture, [...pointers.values()]));
    };
    const up = (event: PointerEvent) => {
      if (gesture !== null && !isDrag) latest.current.mark.mark(instantOf(event));
      end(event);
    };
    /** The browser took the gesture over, to scroll the page: what was shown before is shown again. */
    const cancel = (event: PointerEvent) => {
      if (gesture !== null && isDrag) latest.current.show(gesture.window);
      end(event);
    };
    const end = (event: PointerEvent) => {
      pointers.delete(event.pointerId);
      gesture = null;
    };
    const leave = () => latest.current.mark.point(null);
    const wheel = (event: WheelEvent) => {
      const { whole, window, show } = latest.current;
      const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      // Where there is nothing left to zoom or move, the page scrolls as usual.
      if (isWhole(whole, window) && (isSideways || event.deltaY > 0)) return;
      event.preventDefault();
      if (isSideways) show(pan(whole, window, (event.deltaX / element.clientWidth) * length(window)));
      else show(zoom(whole, window, Math.exp(-event.deltaY / 300), within(window, instantOf(event))));
    };
    const reset = () => latest.current.show(latest.current.whole);

    const listeners = {
      pointerdown: down,
      pointermove: move,
      pointerup: up,
      pointercancel: cancel,
      pointerleave: leave,
      dblclick: reset,
    };
    for (const [name, listener] of Object.entries(listeners)) {
      element.addEventListener(name, listener as EventListener);
    }
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        element.removeEventListener(name, listener as EventListener);
      }
      element.removeEventListener('wheel', wheel);
    };
  }, [strip]);
}

function within({ from, to }: { from: number; to: number }, at: number): number {
  return Math.min(to, Math.max(from, at));
}
