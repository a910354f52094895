/** The bytes are not those that were announced. */
export class ChecksumMismatch extends Error {
  override readonly name = 'ChecksumMismatch';
  readonly announced: string;
  readonly received: string;

  constructor(announced: string, received: string) {
    super(`the bytes have the SHA-256 ${received}, but ${announced} was announced`);
    this.announced = announced;
    this.received = received;
  }
}

/** There were more bytes than are taken. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`there are more than ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}

/** There is no blob of that SHA-256. */
export class BlobNotFound extends Error {
  override readonly name = 'BlobNotFound';
  readonly sha256: string;

  constructor(sha256: string) {
    super(`there is no blob ${sha256}`);
    this.sha256 = sha256;
  }
}
