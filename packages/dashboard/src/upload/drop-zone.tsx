import { useRef, useState } from 'react';
import { Icon } from '../pieces/icon.tsx';
import { words } from './words.ts';

/** Takes files that are dropped on it, or chosen. */
export function DropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <label
      className={isOver ? 'drop-zone over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <Icon name="upload" size={32} />
      <span className="button main">{words.choose}</span>
      <span className="wide-only soft">{words.drop}</span>
      <span className="tiny soft">{words.whichFiles}</span>
      <input
        ref={input}
        className="for-screen-readers"
        type="file"
        multiple
        aria-label={words.choose}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </label>
  );
}
