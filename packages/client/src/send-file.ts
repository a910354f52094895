import { problemIn, unreachable } from './api-problem.ts';

/** A file on its way to the server. */
export interface FileUpload {
  /** The file as it is. In Node, `openAsBlob(path)` of node:fs gives one without reading it into memory. */
  readonly file: Blob;
  /** Called as the file leaves, with the bytes sent so far; the last time with all of them. */
  readonly onProgress?: (sent: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Where a file goes, and what else is said with it. */
export interface UploadTarget {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof globalThis.fetch;
}

/** The body of the answer, of one that went well. */
export async function sendFile(
  { url, headers, fetch }: UploadTarget,
  { file, onProgress = () => {}, signal }: FileUpload,
): Promise<string> {
  const sent = { url, headers, file, onProgress, signal };
  const answer = await (browserRequest() === undefined ? sendByFetch(fetch, sent) : sendByXhr(sent));
  if (answer.status !== 200 && answer.status !== 201) {
    throw problemIn(answer.status, answer.body, answer.header);
  }
  return answer.body;
}

interface Sent extends Pick<UploadTarget, 'url' | 'headers'> {
  readonly file: Blob;
  readonly onProgress: (sent: number, total: number) => void;
  readonly signal: AbortSignal | undefined;
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly header: (name: string) => string | null;
}

async function sendByFetch(
  fetch: UploadTarget['fetch'],
  { url, headers, file, onProgress, signal }: Sent,
): Promise<Answer> {
  let sent = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        controller.enqueue(piece);
        sent += piece.byteLength;
        onProgress(sent, file.size);
      },
    }),
  );
  const init = { method: 'POST', headers, body: counted, duplex: 'half', signal: signal ?? null } as const;
  try {
    const response = await fetch(url, init as RequestInit);
    return {
      status: response.status,
      body: await response.text(),
      header: (name) => response.headers.get(name),
    };
  } catch (error) {
    signal?.throwIfAborted();
    throw unreachable(error);
  }
}

/** Browsers tell the progress of an upload to XMLHttpRequest only. */
function sendByXhr({ url, headers, file, onProgress, signal }: Sent): Promise<Answer> {
  const Request = browserRequest() as BrowserRequest;
  return new Promise((resolve, reject) => {
    const request = new Request();
    const abort = () => request.abort();
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => onProgress(Math.min(loaded, file.size), file.size);
    request.onload = () => {
      const { status, responseText: body } = request;
      resolve({ status, body, header: (name) => request.getResponseHeader(name) });
    };
    request.onerror = () => reject(unreachable(new Error('The connection ended.')));
    request.onabort = () => reject(signal?.reason ?? unreachable(new Error('The upload was stopped.')));
    request.onloadend = () => signal?.removeEventListener('abort', abort);
    signal?.addEventListener('abort', abort);
    request.send(file);
  });
}

/** The few things asked of XMLHttpRequest, so that Node programs need no DOM types. */
interface BrowserRequest {
  new (): {
    open(method: string, url: string): void;
    setRequestHeader(name: string, value: string): void;
    send(body: Blob): void;
    abort(): void;
    getResponseHeader(name: string): string | null;
    readonly status: number;
    readonly responseText: string;
    readonly upload: { onprogress: ((event: { readonly loaded: number }) => void) | null };
    onload: (() => void) | null;
    onerror: (() => void) | null;
    onabort: (() => void) | null;
    onloadend: (() => void) | null;
  };
}

function browserRequest(): BrowserRequest | undefined {
  return (globalThis as { XMLHttpRequest?: BrowserRequest }).XMLHttpRequest;
}
