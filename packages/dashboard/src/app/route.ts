/** Which page an address shows. */
export type Route =
  | { readonly page: 'horses' }
  | { readonly page: 'horse'; readonly horse: string }
  | { readonly page: 'upload'; readonly horse: string | null }
  | { readonly page: 'session'; readonly session: string }
  | { readonly page: 'removed' }
  | { readonly page: 'account' }
  | { readonly page: 'people' }
  | { readonly page: 'nowhere' };

/** Addresses, relative to where the pages are served. */
export const addresses = {
  horses: '',
  horse: (horse: string) => `horses/${horse}`,
  upload: (horse: string | null = null) => (horse === null ? 'upload' : `upload?horse=${horse}`),
  session: (session: string) => `sessions/${session}`,
  removed: 'removed',
  account: 'account',
  people: 'people',
} as const;

/** @param address as in `addresses` */
export function routeOf(address: string): Route {
  const [path = '', query = ''] = address.split('?');
  const [room = '', id = '', ...more] = path.replace(/\/$/, '').split('/');
  if (more.length > 0) return { page: 'nowhere' };
  if (id !== '') {
    if (room === 'horses') return { page: 'horse', horse: id };
    if (room === 'sessions') return { page: 'session', session: id };
    return { page: 'nowhere' };
  }
  if (room === '') return { page: 'horses' };
  if (room === 'upload') return { page: 'upload', horse: new URLSearchParams(query).get('horse') };
  if (room === 'removed' || room === 'account' || room === 'people') return { page: room };
  return { page: 'nowhere' };
}
