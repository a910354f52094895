/** Below, at or above 0 as the first of two semantic versions comes before, with or after the other. */
export function precedence(one: string, other: string): number {
  const [release, preRelease] = parts(one);
  const [otherRelease, otherPreRelease] = parts(other);
  const inNumbers = release.localeCompare(otherRelease, 'en', { numeric: true });
  if (inNumbers !== 0 || preRelease === otherPreRelease) return inNumbers;
  if (preRelease === '' || otherPreRelease === '') return preRelease === '' ? 1 : -1;
  return preRelease.localeCompare(otherPreRelease, 'en', { numeric: true });
}

function parts(version: string): [release: string, preRelease: string] {
  const [release = '', ...preRelease] = version.split('-');
  return [release, preRelease.join('-')];
}
