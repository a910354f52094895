/** Where an image is, or is to be: `registry.example:5000/stable/piaffe:1.0.0`, or by digest after an `@`. */
export interface Reference {
  /** Host, and port where one is named. */
  readonly registry: string;
  readonly repository: string;
  /** A tag, or a digest with its colon. */
  readonly name: string;
}

const host = /^(localhost|[a-z0-9.-]*\.[a-z0-9.-]+|[a-z0-9.-]+(?=:))(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/;
const part = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const form = new RegExp(
  `^(?<registry>[^/]+)/(?<repository>${part}(?:/${part})*)` +
    '(?:@(?<digest>sha256:[0-9a-f]{64})|:(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?$',
);

/** Throws in words where it is no reference. The registry has to be named: nothing goes to one by mistake. */
export function parseReference(text: string): Reference {
  const { registry = '', repository = '', digest, tag } = form.exec(text)?.groups ?? {};
  if (!host.test(registry))
    throw new Error(
      `"${text}" does not say where an image is: write registry/name:tag, such as registry.example:5000/piaffe:1.0.0.`,
    );
  return { registry, repository, name: digest ?? tag ?? 'latest' };
}

export const referenceText = ({ registry, repository, name }: Reference): string =>
  `${registry}/${repository}${name.includes(':') ? '@' : ':'}${name}`;
