import { useRef, useState } from 'react';
import { Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';
import { words } from './words.ts';

/** Shows a secret this once, to be copied. */
export function SecretDialog({
  title,
  lead,
  secret,
  onClose,
}: {
  title: string;
  lead: string;
  secret: string;
  onClose: () => void;
}) {
  const [isCopied, setIsCopied] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    field.current?.select();
    // Browsers give the clipboard to https and to this machine only; what is selected can be copied by hand.
    await navigator.clipboard?.writeText(secret).then(
      () => setIsCopied(true),
      () => {},
    );
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="small">{lead}</p>
      <textarea
        ref={field}
        className="input"
        aria-label={title}
        readOnly
        rows={3}
        value={secret}
        onFocus={({ target }) => target.select()}
      />
      <div className="buttons">
        <button type="button" className="button" onClick={copy}>
          <Icon name="copy" /> {isCopied ? words.copied : words.copy}
        </button>
        <button type="button" className="button main" onClick={onClose}>
          {words.done}
        </button>
      </div>
    </Dialog>
  );
}
