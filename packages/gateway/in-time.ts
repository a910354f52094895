import { type Call, type Client, type Contract, currentContext } from '@piaffe/kernel';

/** For what may have thousands of files to delete. */
export const secondsToPurge = 600;

export const inSeconds = (seconds: number): Date => new Date(Date.now() + seconds * 1000);

type Ask = (input: unknown, call?: Partial<Call>) => Promise<unknown>;

/** The same client, whose calls end after so many seconds where nobody else has set an end: a stream has none itself. */
export function inTime<C extends Contract>({ operations }: C, client: Client<C>, seconds: number): Client<C> {
  const asks = client as Readonly<Record<string, Ask>>;
  const limited = Object.keys(operations).map((operation) => {
    const ask: Ask = (input, call) =>
      call?.deadline === undefined && currentContext().deadline === Infinity
        ? asks[operation]!(input, { ...call, deadline: inSeconds(seconds) })
        : asks[operation]!(input, call);
    return [operation, ask];
  });
  return Object.freeze(Object.fromEntries(limited)) as Client<C>;
}
