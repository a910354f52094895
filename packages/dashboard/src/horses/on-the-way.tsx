import { Link } from '../app/navigation.tsx';
import { addresses } from '../app/route.ts';
import { Icon } from '../pieces/icon.tsx';
import { isOnTheWay, useUploads } from '../upload/use-uploads.ts';
import { words } from './words.ts';

/** The files that are leaving this browser, all in one bar; each has its own on the upload page. */
export function OnTheWay() {
  const leaving = useUploads().filter(isOnTheWay);
  if (leaving.length === 0) return null;
  const total = leaving.reduce((sum, { size }) => sum + size, 0);
  const sent = leaving.reduce((sum, { size, step }) => {
    if (step.is === 'sending') return sum + size * step.share;
    return step.is === 'storing' ? sum + size : sum;
  }, 0);
  const share = total === 0 ? 0 : sent / total;
  const text = words.onTheWay(leaving.length);
  return (
    <div className="note">
      <Icon name="upload" />
      <div className="words stack-tight">
        <p role="status">{text}</p>
        <div
          className="progress"
          role="progressbar"
          aria-label={text}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
        >
          <div style={{ width: `${share * 100}%` }} />
        </div>
      </div>
      <Link className="button" to={addresses.upload()}>
        {words.toUploads}
      </Link>
    </div>
  );
}
