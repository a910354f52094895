const sentences: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder; name a file in it',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'there is something of this name already',
  ENOTEMPTY: 'there is something of this name already',
  EACCES: 'writing there is not permitted',
  EPERM: 'writing there is not permitted',
  EROFS: 'writing there is not permitted',
  ENOSPC: 'the disk is full',
};

/** Why the system did not write a file or folder, in words that may follow "cannot be written:". */
export function whyNotWritten(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return sentences[code ?? ''] ?? message;
}
