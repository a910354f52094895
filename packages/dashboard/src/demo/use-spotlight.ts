import { useEffect } from 'react';

/** Brings the first thing that fits into view and frames it, as soon as it is there and for as long as it is spoken of. */
export function useSpotlight(selector: string | null, address: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another thing that fits
  useEffect(() => {
    if (selector === null) return;
    let framed: Element | null = null;
    const frame = () => {
      if (framed?.isConnected) return;
      framed = document.querySelector(selector);
      if (framed === null) return;
      framed.classList.add('in-spotlight');
      sizes.disconnect();
      sizes.observe(framed);
    };
    // A chart has its height only once it is drawn.
    const sizes = new ResizeObserver(() => framed && bringIntoView(framed));
    frame();
    const watch = new MutationObserver(frame);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      sizes.disconnect();
      framed?.classList.remove('in-spotlight');
    };
  }, [selector, address]);
}

/** Between the bar and the sheet that speaks of it; what is higher than that begins under the bar. */
function bringIntoView(framed: Element): void {
  const { height } = framed.getBoundingClientRect();
  framed.scrollIntoView({ block: height < window.innerHeight / 2 ? 'center' : 'start' });
}
