import type { Socket } from 'node:net';
import type { Limits } from './limits.ts';

const checksPerGrace = 4;

/**
 * Ends the connection when what waits to be taken goes out slower than the minimum, for longer than the grace; while
 * nothing waits the client owes us nothing. Call what it returns once the answer is over.
 */
export function watchAnswer(
  socket: Socket,
  { bytesPerSecond, seconds }: Limits['minimumThroughput'],
): () => void {
  let sent = -1;
  let since = performance.now();
  const check = () => {
    const waiting = socket.writableLength;
    const now = performance.now();
    const sentByNow = socket.bytesWritten - waiting;
    if (waiting === 0 || sentByNow !== sent) {
      sent = sentByNow;
      since = now;
    } else if (now - since > (seconds + waiting / bytesPerSecond) * 1000) {
      // What waits counts as sent only when all of it is, so all of it has its time.
      socket.destroy();
    }
  };
  const timer = setInterval(check, (seconds * 1000) / checksPerGrace);
  return () => clearInterval(timer);
}
