import { ApiProblem, createClient } from '@piaffe/client';

/** Every call the pages make. The browser's cookie says who asks. */
export const api = createClient({ baseUrl: new URL('api/v1', document.baseURI).href, fetch: watchedFetch });

/** Where something of the API lies, for links to it. */
export function addressOf(path: string): string {
  return new URL(`api/v1/${path}`, document.baseURI).href;
}

/** Calls back when an answer says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

/** What went wrong, as a problem with words for people, whatever was thrown. */
export function problemOf(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown;
  return new ApiProblem(
    {
      status: 0,
      code: 'page-failed',
      detail: 'The page could not do that. Load it again; if it happens again, report it.',
      requestId: null,
      retryAfter: null,
    },
    thrown,
  );
}

const signedOut = new Set<() => void>();

async function watchedFetch(request: Request): Promise<Response> {
  const response = await fetch(request);
  if (response.status === 401 && !new URL(request.url).pathname.endsWith('/sign-in')) {
    const { code } = (await response
      .clone()
      .json()
      .catch(() => ({}))) as { code?: string };
    if (code === 'not-signed-in') for (const listener of signedOut) listener();
  }
  return response;
}
