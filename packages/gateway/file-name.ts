// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const longest = 100;

/** What a file was called, without any path and without what would mislead or break a line. */
export function safeFileName(name: string | undefined): string {
  const printable = (name ?? '').toWellFormed().replace(unprintable, '');
  const last = printable.split(/[/\\]/).at(-1)!.trim();
  const short = Array.from(last).slice(0, longest).join('').trim();
  return /^[.\s]*$/.test(short) ? 'recording' : short;
}

/** The Content-Disposition of a download under this name, after RFC 6266. */
export function attachmentNamed(name: string): string {
  const safe = safeFileName(name);
  const plain = safe.replace(/[^ !#$&+\-.0-9A-Z^_`a-z{}~()[\],;=@]/g, '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
