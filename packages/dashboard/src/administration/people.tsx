import type { Account, Invitation } from '@piaffe/client';
import { useState } from 'react';
import { useAccount } from '../app/account-context.ts';
import { api } from '../app/api.ts';
import { everyPage } from '../app/every-page.ts';
import { useAction } from '../app/use-action.ts';
import { useLoaded } from '../app/use-loaded.ts';
import { ownTimeZone, shortDate } from '../format/dates.ts';
import { Icon } from '../pieces/icon.tsx';
import { Loading } from '../pieces/loading.tsx';
import { Menu } from '../pieces/menu.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { InviteForm } from './invite-form.tsx';
import { type GivenLink, LinkDialog } from './link-dialog.tsx';
import { words } from './words.ts';

/** Who may come in; for those who run the server. */
export function People() {
  const [isInviting, setIsInviting] = useState(false);
  const [link, setLink] = useState<GivenLink | null>(null);
  const people = useLoaded('people', async (signal) => ({
    accounts: await everyPage((after) =>
      api.get('/accounts', { params: { query: after === undefined ? {} : { after } }, signal }),
    ),
    invitations: await everyPage((after) =>
      api.get('/invitations', { params: { query: after === undefined ? {} : { after } }, signal }),
    ),
  }));
  const { problem, run } = useAction();
  const act = (action: () => Promise<unknown>) =>
    run(async () => {
      await action();
      people.reload();
    });

  return (
    <section className="people-section" aria-labelledby="people">
      <div className="page-head">
        <div className="stack-tight">
          <h2 id="people">{words.peopleTitle}</h2>
          <p className="soft">{words.peopleLead}</p>
        </div>
        <button type="button" className="button main" onClick={() => setIsInviting(true)}>
          <Icon name="add" /> {words.invite}
        </button>
      </div>
      {problem && <ProblemNote problem={problem} />}
      {people.state === 'loading' && <Loading shapes={2} />}
      {people.state === 'failed' && <ProblemNote problem={people.problem} retry={people.reload} />}
      {people.state === 'ready' && people.value.invitations.length > 0 && (
        <div className="card">
          <h3>{words.openInvitations}</h3>
          <ul className="people">
            {people.value.invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} act={act} />
            ))}
          </ul>
        </div>
      )}
      {people.state === 'ready' && (
        <div className="card">
          <h3>{words.accounts}</h3>
          <ul className="people">
            {people.value.accounts.map((account) => (
              <AccountRow key={account.id} account={account} act={act} onLink={setLink} />
            ))}
          </ul>
        </div>
      )}
      {isInviting && (
        <InviteForm
          onClose={() => setIsInviting(false)}
          onDone={(given) => {
            setIsInviting(false);
            setLink(given);
            people.reload();
          }}
        />
      )}
      {link && <LinkDialog link={link} onClose={() => setLink(null)} />}
    </section>
  );
}

type Act = (action: () => Promise<unknown>) => void;

function InvitationRow({
  invitation: { id, note, role, expiresAt },
  act,
}: {
  invitation: Invitation;
  act: Act;
}) {
  const withdraw = () => api.delete('/invitations/{invitation}', { params: { path: { invitation: id } } });
  return (
    <li>
      <p>
        <strong>{note || words.nobody}</strong>{' '}
        <span className="small soft">
          {words.roles[role]}, {words.until(shortDate(expiresAt, ownTimeZone()))}
        </span>
      </p>
      <button type="button" className="button" onClick={() => act(withdraw)}>
        {words.withdraw}
      </button>
    </li>
  );
}

function AccountRow({
  account,
  act,
  onLink,
}: {
  account: Account;
  act: Act;
  onLink: (link: GivenLink) => void;
}) {
  const { account: own } = useAccount();
  const params = { path: { account: account.id } };
  const setSuspended = () =>
    api.patch('/accounts/{account}', { params, body: { suspended: !account.suspended } });
  const reset = async () => {
    const { token, expiresAt } = await api.post('/accounts/{account}/reset-link', { params });
    onLink({ purpose: 'reset', secret: token, until: expiresAt });
  };
  return (
    <li>
      <p>
        <strong>{account.name}</strong>{' '}
        <span className="small soft">
          {words.roles[account.role]}, {words.since(shortDate(account.createdAt, ownTimeZone()))}
          {account.id === own.id && `, ${words.you}`}
        </span>{' '}
        {account.suspended && <span className="badge warn">{words.suspended}</span>}
      </p>
      {account.id !== own.id && (
        <Menu
          label={words.actionsFor(account.name)}
          className="button quiet square"
          button={<Icon name="more" />}
        >
          <button type="button" className="entry" onClick={() => act(reset)}>
            {words.newPassword}
          </button>
          <button type="button" className="entry" onClick={() => act(setSuspended)}>
            {account.suspended ? words.letBackIn : words.suspend}
          </button>
        </Menu>
      )}
    </li>
  );
}
