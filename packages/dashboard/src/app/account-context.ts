import type { Account } from '@piaffe/client';
import { createContext, useContext } from 'react';

export interface SignedInAccount {
  readonly account: Account;
  readonly change: (account: Account) => void;
  readonly signOut: () => Promise<void>;
}

export const AccountContext = createContext<SignedInAccount | null>(null);

/** Who is signed in; only below the pages that ask for it. */
export function useAccount(): SignedInAccount {
  const signedIn = useContext(AccountContext);
  if (signedIn === null) throw new Error('nobody is signed in here');
  return signedIn;
}
