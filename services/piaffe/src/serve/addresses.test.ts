import assert from 'node:assert/strict';
import type { NetworkInterfaceInfo } from 'node:os';
import { test } from 'node:test';
import { addressesFor } from './addresses.ts';

const face = (address: string, family: 'IPv4' | 'IPv6', internal: boolean) =>
  ({ address, family, internal, netmask: '', mac: '', cidr: null }) as NetworkInterfaceInfo;
const interfaces = {
  lo: [face('127.0.0.1', 'IPv4', true)],
  wlan0: [face('192.0.2.7', 'IPv4', false), face('fe80::1', 'IPv6', false)],
  eth0: [face('198.51.100.3', 'IPv4', false)],
};

test('a server for everybody is found at each address other machines know', () => {
  const found = ['http://192.0.2.7:7470/piaffe', 'http://198.51.100.3:7470/piaffe'];
  assert.deepEqual(addressesFor('0.0.0.0', 'http://127.0.0.1:7470/piaffe', interfaces), found);
  assert.deepEqual(addressesFor('::', 'http://[::1]:7470/piaffe', interfaces), found);
});

test('a server for this machine alone is found nowhere else', () => {
  assert.deepEqual(addressesFor('127.0.0.1', 'http://127.0.0.1:7470', interfaces), []);
});
