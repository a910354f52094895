/** French has a space before `: ; ! ?` and inside `« »`, at which no line may break: everything said, with such spaces. */
export function unbroken<Said>(said: Said): Said {
  return kept(said) as Said;
}

function kept(said: unknown): unknown {
  if (typeof said === 'string') return said.replaceAll(/ (?=[:;!?»])|(?<=«) /g, '\u00a0');
  if (typeof said === 'function') return (...given: unknown[]) => kept(said(...given));
  if (Array.isArray(said)) return said.map(kept);
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, kept(value)]));
}
