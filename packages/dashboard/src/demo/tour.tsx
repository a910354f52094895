import { useEffect, useRef } from 'react';
import { goTo, Link, useAddress } from '../app/navigation.tsx';
import { useLoaded } from '../app/use-loaded.ts';
import { Icon } from '../pieces/icon.tsx';
import '../styles/demo.css';
import { loadTourPlaces } from './tour-places.ts';
import { endTour, goToStep } from './tour-step.ts';
import { useSpotlight } from './use-spotlight.ts';
import { words } from './words.ts';

/** Six sentences that show where to look, at the foot of the pages they speak of. Nobody is held by it. */
export function Tour({ step }: { step: number }) {
  const places = useLoaded('tour', loadTourPlaces);
  const address = useAddress();
  const panel = useRef<HTMLElement>(null);
  const place = places.state === 'ready' ? (places.value[step] ?? null) : null;
  const isThere = place !== null && place.address === address;
  useSpotlight(isThere ? place.selector : null, address);

  const to = (next: number) => {
    goToStep(next);
    const there = places.state === 'ready' && places.value[next];
    if (there && there.address !== address) goTo(there.address);
  };

  // After the page that was stepped to has taken the focus: the sentence comes before what it speaks of.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each sentence is to be read
  useEffect(() => {
    const after = setTimeout(() => panel.current?.focus({ preventScroll: true }));
    return () => clearTimeout(after);
  }, [step]);

  const isLast = step === words.tour.length - 1;
  return (
    <aside
      ref={panel}
      className="tour"
      aria-label={words.tourTitle}
      tabIndex={-1}
      onKeyDown={({ key }) => key === 'Escape' && endTour()}
    >
      <div className="tour-head">
        <p className="tiny soft">{words.sentence(step + 1, words.tour.length)}</p>
        <button
          type="button"
          className="button quiet square"
          aria-label={words.endTour}
          title={words.endTour}
          onClick={endTour}
        >
          <Icon name="close" />
        </button>
      </div>
      <p aria-live="polite">{words.tour[step]}</p>
      <div className="buttons">
        {step > 0 && (
          <button type="button" className="button quiet" onClick={() => to(step - 1)}>
            {words.back}
          </button>
        )}
        {place !== null && !isThere && (
          <Link className="button" to={place.address}>
            {words.showMe}
          </Link>
        )}
        <button type="button" className="button main" onClick={isLast ? endTour : () => to(step + 1)}>
          {isLast ? words.done : words.next}
        </button>
      </div>
    </aside>
  );
}
