import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Where other machines, such as a phone, reach a server that listens on all of this one's addresses; else none. */
export function addressesFor(host: string, url: string, interfaces: Interfaces = networkInterfaces()) {
  if (host !== '0.0.0.0' && host !== '::') return [];
  return Object.values(interfaces)
    .flatMap((addresses = []) => addresses)
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => url.replace(/^(https?:\/\/)(\[[^\]]*\]|[^:/]*)/, `$1${address}`));
}
