/** An algorithm as the tables keep it: one text that compares. */
export const algorithmText = ({ name, version }: { readonly name: string; readonly version: string }) =>
  `${name}@${version}`;

export function algorithmOf(text: string): { name: string; version: string } {
  const at = text.lastIndexOf('@');
  return { name: text.slice(0, at), version: text.slice(at + 1) };
}
