import { secretIn } from './secret.ts';

/**
 * The secret of the link by which somebody came, read once: it leaves the address, and with it the history, before anything
 * else happens.
 */
export const linkSecret = secretIn(location.hash);

if (linkSecret !== null) history.replaceState(null, '', location.pathname + location.search);

// Somebody who has a page open already and puts a link into its address: the page begins anew with it.
addEventListener('hashchange', () => {
  if (secretIn(location.hash) !== null) location.reload();
});
