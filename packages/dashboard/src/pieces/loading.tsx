import { words } from './words.ts';

/** What stands where something will appear: as many shapes as will be there. */
export function Loading({ shapes = 3, className = '' }: { shapes?: number; className?: string }) {
  return (
    <div className={`waiting ${className}`} role="status">
      <span className="for-screen-readers">{words.loading}</span>
      {Array.from({ length: shapes }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all shapes are alike
        <div key={index} aria-hidden="true" />
      ))}
    </div>
  );
}
