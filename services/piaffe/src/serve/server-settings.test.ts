import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { SettingNotValid, serverSettings } from './server-settings.ts';

test('without a word the server is for this machine alone, on its own port, with its data in ./data', () => {
  assert.deepEqual(serverSettings({}, {}), {
    host: '127.0.0.1',
    port: 7470,
    dataFolder: resolve('data'),
    plan: 'default',
    demo: true,
    basePath: '',
    drainSeconds: 10,
    trustProxy: null,
    publicUrl: null,
    logLevel: null,
  });
});

test('the demo stable is left out by a flag or by the environment', () => {
  assert.equal(serverSettings({ demo: false }, {}).demo, false);
  assert.equal(serverSettings({ demo: true }, { PIAFFE_DEMO: '0' }).demo, false);
  assert.equal(serverSettings({}, { PIAFFE_DEMO: 'off' }).demo, false);
  assert.equal(serverSettings({ demo: false }, { PIAFFE_DEMO: '1' }).demo, false);
  assert.equal(serverSettings({}, { PIAFFE_DEMO: 'yes' }).demo, true);
});

test('a flag wins over the environment', () => {
  const { port, host } = serverSettings({ port: '8000' }, { PIAFFE_PORT: '9000', PIAFFE_HOST: '0.0.0.0' });
  assert.deepEqual({ port, host }, { port: 8000, host: '0.0.0.0' });
});

test('what is said is brought to one form', () => {
  const settings = serverSettings(
    { host: '[::1]', basePath: '/horses/piaffe/' },
    { PIAFFE_TRUST_PROXY: 'loopback, 10.0.0.0/8', PIAFFE_LOG_LEVEL: 'WARN', PIAFFE_DRAIN_SECONDS: '600' },
  );
  assert.equal(settings.host, '::1');
  assert.equal(settings.basePath, '/horses/piaffe');
  assert.equal(settings.trustProxy, 'loopback,10.0.0.0/8');
  assert.equal(settings.logLevel, 'warn');
  assert.equal(settings.drainSeconds, 600);
  const { publicUrl } = serverSettings({}, { PIAFFE_PUBLIC_URL: 'https://Rides.example.org/piaffe/' });
  assert.equal(publicUrl, 'https://rides.example.org/piaffe');
  assert.equal(serverSettings({ basePath: '/' }, {}).basePath, '');
  assert.equal(serverSettings({}, { PIAFFE_TRUST_PROXY: 'false' }).trustProxy, null);
});

test('what cannot be is refused with its name and with what could be', () => {
  const refused = (what: () => unknown, message: RegExp) =>
    assert.throws(what, (error) => error instanceof SettingNotValid && message.test(error.message));
  refused(() => serverSettings({ port: '65536' }, {}), /^--port "65536" will not do.*0 to 65535/);
  refused(() => serverSettings({ port: '80x' }, {}), /--port/);
  refused(() => serverSettings({ data: '' }, {}), /--data .*empty/);
  refused(() => serverSettings({ basePath: 'piaffe' }, {}), /^--base-path .*begins with a slash/);
  refused(() => serverSettings({ basePath: '/a/../b' }, {}), /--base-path/);
  refused(() => serverSettings({ host: 'a b' }, {}), /--host/);
  refused(() => serverSettings({}, { PIAFFE_PORT: '-1' }), /^PIAFFE_PORT "-1"/);
  refused(() => serverSettings({}, { PIAFFE_DRAIN_SECONDS: '1.5' }), /PIAFFE_DRAIN_SECONDS/);
  refused(() => serverSettings({}, { PIAFFE_TRUST_PROXY: 'true' }), /everybody/);
  refused(() => serverSettings({}, { PIAFFE_TRUST_PROXY: '10.0.0.0/33' }), /PIAFFE_TRUST_PROXY/);
  refused(() => serverSettings({}, { PIAFFE_PUBLIC_URL: 'rides.example.org' }), /what people type/);
  refused(() => serverSettings({}, { PIAFFE_DEMO: 'perhaps' }), /^PIAFFE_DEMO "perhaps".*1 or 0/);
  refused(() => serverSettings({}, { PIAFFE_LOG_LEVEL: 'loud' }), /debug, info, warn, error, silent/);
});
