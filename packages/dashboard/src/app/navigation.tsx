import { type AnchorHTMLAttributes, useEffect, useSyncExternalStore } from 'react';

/** Where the pages are served; ends with a slash. */
const base = () => new URL('./', document.baseURI);

/** The address of the page shown, relative to the base, with its query. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, currentAddress);
}

/** The query of the address shown: what a page is asked to show. */
export function useQuery(): URLSearchParams {
  return new URLSearchParams(useAddress().split('?')[1] ?? '');
}

/** The same page with another query; it stays where it is scrolled to, and one step back leads to the query before. */
export function changeQuery(query: URLSearchParams, { replace = false } = {}): void {
  const url = new URL(location.href);
  url.search = query.toString();
  if (replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  for (const listener of listeners) listener();
}

/** Shows another page, from its top. */
export function goTo(address: string, { replace = false } = {}): void {
  const url = new URL(address, base());
  if (replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  scrollTo(0, 0);
  for (const listener of listeners) listener();
}

/** A link to another page, which is shown without loading everything anew. */
export function Link({ to, ...attributes }: { to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a
      href={new URL(to, base()).href}
      {...attributes}
      onClick={(event) => {
        attributes.onClick?.(event);
        if (event.defaultPrevented || event.button !== 0) return;
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        goTo(to);
      }}
    />
  );
}

/** The page's name: in the window's title, and said by screen readers, whose focus moves to the page's heading. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Piaffe' : `${title} · Piaffe`;
  }, [title]);
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

function currentAddress(): string {
  const { pathname, search } = location;
  const root = base().pathname;
  return (pathname.startsWith(root) ? pathname.slice(root.length) : pathname.slice(1)) + search;
}
