import { BlockList, isIPv6 } from 'node:net';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';

const nearby = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  nearby.addSubnet(network, prefix, 'ipv4');
}
nearby.addAddress('::1', 'ipv6');
nearby.addSubnet('fc00::', 7, 'ipv6');

/**
 * Tells once of a proxy nearby that is not believed: then all who come through it count as one address, share its limits,
 * and lock each other out.
 */
export function createProxyWarning(log: FastifyBaseLogger): (request: FastifyRequest) => void {
  let hasWarned = false;
  return ({ headers, ip, raw: { socket } }) => {
    if (hasWarned || headers['x-forwarded-for'] === undefined) return;
    const peer = socket.remoteAddress ?? '';
    if (peer === '' || ip !== peer || !nearby.check(peer, isIPv6(peer) ? 'ipv6' : 'ipv4')) return;
    hasWarned = true;
    const proxy = peer.replace(/^::ffff:/i, '');
    log.warn(
      { proxy },
      `A request came with X-Forwarded-For from ${proxy}, which is not trusted, so everybody behind it counts as one. ` +
        `If that is your proxy, set PIAFFE_TRUST_PROXY=${proxy}.`,
    );
  };
}
