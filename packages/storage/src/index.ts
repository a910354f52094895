export type { Blob, Blobs, Database, Migration, Store } from './store.ts';
