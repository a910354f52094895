import { clock } from '../../format/times.ts';
import { Icon } from '../../pieces/icon.tsx';
import { useTimeMark } from '../timeline/ride-view.tsx';
import { words } from '../words.ts';
import { milliseconds, reach, withJump, withoutJump } from './draft.ts';
import type { CorrectionsView } from './use-corrections.ts';

/** A jump where the mark is, or none there. */
export function JumpAtMark({
  corrections: { draft, change, offset, shown },
}: {
  corrections: CorrectionsView;
}) {
  const { marked } = useTimeMark();
  if (marked === null) return <p className="small soft">{words.noMarkYet}</p>;
  const near = shown.jumps
    .filter(({ at }) => Math.abs(at - marked) <= reach)
    .sort((a, b) => Math.abs(a.at - marked) - Math.abs(b.at - marked))[0];
  return (
    <div className="buttons">
      {near ? (
        <button
          type="button"
          className="button"
          onClick={() => change(withoutJump(draft, milliseconds(near.at + offset)))}
        >
          <Icon name="close" size={18} /> {words.takeJump(clock(near.at))}
        </button>
      ) : (
        <button
          type="button"
          className="button"
          onClick={() => change(withJump(draft, milliseconds(marked + offset)))}
        >
          <Icon name="jump" size={18} /> {words.addJump(clock(marked))}
        </button>
      )}
    </div>
  );
}
