import { normalizeIP } from '@fastify/rate-limit';

/**
 * One spelling for everybody who shares an address: IPv4 as it is, also when it comes mapped into IPv6; of IPv6 the
 * first 64 bits, since whoever has one address has all the others behind them. Empty once the connection is gone.
 */
export function addressOf(ip: string | undefined): string {
  return normalizeIP(ip ?? '');
}
