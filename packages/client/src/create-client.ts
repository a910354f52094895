import createFetchClient, {
  type ClientPathsWithMethod,
  type Client as FetchClient,
  type MaybeOptionalInit,
  type MethodResponse,
} from 'openapi-fetch';
import { problemIn, unreachable } from './api-problem.ts';
import { type FollowOptions, followEvents } from './follow-events.ts';
import type { paths } from './generated/api.ts';
import type { FileUpload, UploadTarget } from './send-file.ts';
import type { CompanionQuery, ImportReport, Kept, SessionEvent, UploadQuery } from './types.ts';
import { uploadExport } from './upload-export.ts';
import { type CompanionUpload, type Upload, uploadCompanion, uploadRecording } from './upload-recording.ts';

export interface ClientOptions {
  /** Up to and with the version of the API: `https://example.org/api/v1`. */
  readonly baseUrl: string;
  /** A token with the scopes that are needed; in a browser that is signed in, its cookie serves instead. */
  readonly token?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

type Media = `${string}/json`;
type Api = FetchClient<paths, Media>;

/** Resolves with what the server answered, rejects with an ApiProblem. */
type Call<Method extends 'get' | 'put' | 'post' | 'patch' | 'delete'> = <
  Path extends ClientPathsWithMethod<Api, Method>,
  Init extends MaybeOptionalInit<paths[Path], Method>,
>(
  path: Path,
  ...init: undefined extends Init ? [init?: Init] : [init: Init]
) => Promise<MethodResponse<Api, Method, Path, Init>>;

export interface Client {
  readonly get: Call<'get'>;
  readonly put: Call<'put'>;
  readonly post: Call<'post'>;
  readonly patch: Call<'patch'>;
  readonly delete: Call<'delete'>;
  /** Hands in a recording, telling how far it is. */
  readonly uploadRecording: (upload: Upload) => Promise<Kept>;
  /** Hands in heart rate or position beside the motion of a session, telling how far it is. */
  readonly uploadCompanion: (upload: CompanionUpload) => Promise<Kept>;
  /** Hands in an export, which takes its time where it is large. */
  readonly uploadExport: (upload: FileUpload) => Promise<ImportReport>;
  /** What happens to sessions, as it happens; it goes on through interruptions. */
  readonly followEvents: (options?: FollowOptions) => AsyncGenerator<SessionEvent, void, void>;
}

/** A client of Piaffe's public API, for browsers and Node. */
export function createClient({
  baseUrl,
  token,
  fetch = (request) => globalThis.fetch(request),
}: ClientOptions): Client {
  const base = baseUrl.replace(/\/+$/, '');
  const headers: Readonly<Record<string, string>> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  const api = createFetchClient<paths, Media>({ baseUrl: base, headers, fetch });
  api.use({
    async onResponse({ response }) {
      if (response.ok) return;
      throw problemIn(response.status, await response.text(), (name) => response.headers.get(name));
    },
    onError({ error, request }) {
      if (!request.signal.aborted) return unreachable(error);
    },
  });

  const call = (method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE') =>
    (async (path: never, init: never) => {
      const ask = api[method] as (path: never, init: never) => Promise<{ readonly data?: unknown }>;
      return (await ask(path, init)).data;
    }) as never;

  const targetOf = (path: string): UploadTarget => ({
    url: `${base}${path}`,
    headers,
    fetch: (url, init) => fetch(new Request(url, init)),
  });

  return {
    get: call('GET'),
    put: call('PUT'),
    post: call('POST'),
    patch: call('PATCH'),
    delete: call('DELETE'),
    uploadRecording: (upload) =>
      uploadRecording((path, query) => targetOf(`${path}?${queryOf(query)}`), upload),
    uploadCompanion: (upload) =>
      uploadCompanion((path, query) => targetOf(`${path}?${queryOf(query)}`), upload),
    uploadExport: (upload) => uploadExport(targetOf('/imports'), upload),
    followEvents: (options) =>
      followEvents(
        (path, init) =>
          fetch(new Request(`${base}${path}`, { ...init, headers: { ...headers, ...init.headers } })),
        options,
      ),
  };
}

function queryOf(query: UploadQuery | CompanionQuery): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).filter(([, value]) => value !== undefined) as [string, string][],
  );
}
