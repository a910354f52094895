import { withContext } from '@piaffe/kernel';

/** Does it with what the edge of a program opens around all that it does for one request. */
export function inRequest<T>(work: () => Promise<T>): Promise<T> {
  return withContext(
    {
      deadline: new Date(Date.now() + 3_600_000),
      principal: 'b4kq2n7xw3m5c6a2',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
    work,
  );
}
