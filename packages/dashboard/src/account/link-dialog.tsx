import { useState } from 'react';
import { dateAndTime } from '../format/dates.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { Icon } from '../pieces/icon.tsx';
import { words } from './words.ts';

/** A link that is given to somebody. */
export interface GivenLink {
  readonly purpose: 'invitation' | 'reset';
  readonly secret: string;
  readonly until: string;
}

/** Shows a link this once, to be copied. */
export function LinkDialog({
  link: { purpose, secret, until },
  onClose,
}: {
  link: GivenLink;
  onClose: () => void;
}) {
  const [isCopied, setIsCopied] = useState(false);
  const address = `${new URL('./', document.baseURI).href}#${purpose}=${secret}`;
  const copy = async (field: HTMLTextAreaElement) => {
    field.select();
    // Browsers give the clipboard to https and to this machine only; what is selected can be copied by hand.
    await navigator.clipboard?.writeText(address).then(() => setIsCopied(true));
  };
  return (
    <Dialog title={words.linkTitle} onClose={onClose}>
      <p className="small">{words.linkLead(dateAndTime(until))}</p>
      <textarea
        className="input"
        aria-label={words.linkTitle}
        readOnly
        rows={3}
        value={address}
        onFocus={({ target }) => target.select()}
      />
      <div className="buttons">
        <button
          type="button"
          className="button"
          onClick={({ currentTarget }) => {
            const field = currentTarget.closest('dialog')?.querySelector('textarea');
            if (field) copy(field);
          }}
        >
          <Icon name="copy" /> {isCopied ? words.copied : words.copy}
        </button>
        <button type="button" className="button main" onClick={onClose}>
          {words.done}
        </button>
      </div>
    </Dialog>
  );
}
