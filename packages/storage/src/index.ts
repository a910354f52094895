export { BlobNotFound, ChecksumMismatch, TooLarge } from './blobs/blob-errors.ts';
export { readBlobs } from './blobs/read-blobs.ts';
export type { Examination, Reference } from './examine/examination.ts';
export type { Finding, FindingCode } from './examine/finding.ts';
export { readStoreId } from './folder/store-id.ts';
export { newId } from './id.ts';
export { examine, openStore } from './loaded-when-used.ts';
export { StorageProblem, type StorageProblemCode } from './storage-problem.ts';
export type { Blob, Blobs, Database, Migration, Migrations, ReadableBlobs, Store } from './store.ts';
