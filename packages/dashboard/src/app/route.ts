/** Which page an address shows. */
export type Route =
  | { readonly page: 'horses' }
  | { readonly page: 'trends'; readonly horse: string }
  | { readonly page: 'report'; readonly session: string }
  | { readonly page: 'compare' }
  | { readonly page: 'horse'; readonly horse: string }
  | { readonly page: 'upload'; readonly horse: string | null }
  | { readonly page: 'session'; readonly session: string }
  | { readonly page: 'removed' }
  | { readonly page: 'settings' }
  | { readonly page: 'administration' }
  | { readonly page: 'nowhere' };

/** Addresses, relative to where the pages are served. */
export const addresses = {
  horses: '',
  horse: (horse: string) => `horses/${horse}`,
  upload: (horse: string | null = null) => (horse === null ? 'upload' : `upload?horse=${horse}`),
  /** Which metric, from when to when, and of which rides stands in the query. */
  trends: (horse: string) => `horses/${horse}/trends`,
  session: (session: string) => `sessions/${session}`,
  report: (session: string) => `sessions/${session}/report`,
  compare: (a: string, b: string) => `compare?a=${a}&b=${b}`,
  removed: 'removed',
  settings: 'settings',
  administration: 'administration',
} as const;

/** @param address as in `addresses` */
export function routeOf(address: string): Route {
  const [path = '', query = ''] = address.split('?');
  const [room = '', id = '', view = '', ...more] = path.replace(/\/$/, '').split('/');
  if (more.length > 0) return { page: 'nowhere' };
  if (room === 'horses' && id !== '') {
    if (view === '') return { page: 'horse', horse: id };
    if (view === 'trends') return { page: 'trends', horse: id };
  }
  if (room === 'sessions' && id !== '') {
    if (view === '') return { page: 'session', session: id };
    if (view === 'report') return { page: 'report', session: id };
  }
  if (id !== '') return { page: 'nowhere' };
  if (room === '') return { page: 'horses' };
  if (room === 'upload') return { page: 'upload', horse: new URLSearchParams(query).get('horse') };
  if (room === 'removed' || room === 'settings' || room === 'administration' || room === 'compare')
    return { page: room };
  return { page: 'nowhere' };
}
