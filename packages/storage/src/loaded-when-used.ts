// What opens a database is loaded when it is first asked for: who only reads blobs, as the process that computes does,
// has no use for SQLite in its memory.

/**
 * Opens a data folder, makes it if it is not there, and brings its tables up to date. `migrations` are those of all
 * modules. Until it is disposed of no other process can open it, except with `lock: false`: that is a second,
 * short-lived connection beside a running server, which migrates nothing. Of a server in several processes each opens it
 * as a `part` (kebab-case): parts of different names have it together, and the first of them brings its tables up to date
 * while the others wait. Rejects with a `StorageProblem`; a folder that is refused stays as it was.
 */
export const openStore: typeof import('./open-store.ts').openStore = async (folder, options) => {
  const { openStore } = await import('./open-store.ts');
  return openStore(folder, options);
};

/**
 * Looks at everything in a data folder and changes nothing, beside a running server too. It reads every blob, which takes
 * a while. What is wrong is found rather than thrown; it rejects with the reason of the signal.
 */
export const examine: typeof import('./examine/examine.ts').examine = async (folder, examination) => {
  const { examine } = await import('./examine/examine.ts');
  return examine(folder, examination);
};
