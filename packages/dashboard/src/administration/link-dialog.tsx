import { dateAndTime } from '../format/dates.ts';
import { SecretDialog } from '../pieces/secret-dialog.tsx';
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
  const address = `${new URL('./', document.baseURI).href}#${purpose}=${secret}`;
  return (
    <SecretDialog
      title={words.linkTitle}
      lead={words.linkLead(dateAndTime(until))}
      secret={address}
      onClose={onClose}
    />
  );
}
