/**
 * Why a data folder cannot be opened: `unwritable` the system does not let us, `in-use` another server has it, `newer` a
 * newer program has migrated it, `outdated` it has to be migrated first, `damaged` the database is not whole,
 * `not-a-folder` there is a file of that name, `full` no room, `sqlite-too-old` this SQLite can damage what it writes.
 */
export type StorageProblemCode =
  | 'unwritable'
  | 'in-use'
  | 'newer'
  | 'outdated'
  | 'damaged'
  | 'not-a-folder'
  | 'full'
  | 'sqlite-too-old';

/** The message is a sentence for whoever runs the server, and says what to do. */
export class StorageProblem extends Error {
  override readonly name = 'StorageProblem';
  readonly code: StorageProblemCode;

  constructor(code: StorageProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
