import react from '@vitejs/plugin-react';
import manifest from './package.json' with { type: 'json' };

/**
 * The pages ask for nothing but their own files: all addresses are relative to the <base> that the server writes, and
 * nothing is inlined, so that a strict content security policy needs no exception.
 *
 * `npm run dev --workspace @piaffe/dashboard` serves the sources, and takes the API from a server at PIAFFE_URL.
 *
 * @type {import('vite').UserConfig}
 */
export default {
  base: './',
  plugins: [react()],
  define: { piaffeVersion: JSON.stringify(manifest.version) },
  build: { assetsInlineLimit: 0, modulePreload: false, reportCompressedSize: false },
  server: { proxy: { '/api': process.env.PIAFFE_URL ?? 'http://127.0.0.1:7470' } },
};
