/** What the environment says, as it says it. */
export interface Environment {
  readonly debug: boolean;
  readonly colour: 'never' | 'always' | 'by-terminal';
  readonly columns: number | null;
  /** What is said about the server, not looked at yet; see server-settings.ts. */
  readonly server: Partial<Record<ServerVariable, string>>;
}

export const serverVariables = [
  'PIAFFE_HOST',
  'PIAFFE_PORT',
  'PIAFFE_DATA',
  'PIAFFE_PLAN',
  'PIAFFE_DEMO',
  'PIAFFE_BASE_PATH',
  'PIAFFE_DRAIN_SECONDS',
  'PIAFFE_TRUST_PROXY',
  'PIAFFE_PUBLIC_URL',
  'PIAFFE_LOG_LEVEL',
] as const;
export type ServerVariable = (typeof serverVariables)[number];

type Variables = Readonly<Record<string, string | undefined>>;

/** PIAFFE_*, NO_COLOR and FORCE_COLOR (see no-color.org, force-color.org), TERM, COLUMNS. An empty one is not there. */
export function readEnvironment(variables: Variables): Environment {
  const columns = Number.parseInt(variables.COLUMNS ?? '', 10);
  return {
    debug: isSet(variables.PIAFFE_DEBUG) && variables.PIAFFE_DEBUG !== '0',
    colour: colourWish(variables),
    columns: Number.isInteger(columns) && columns > 0 ? columns : null,
    server: Object.fromEntries(
      serverVariables.map((name) => [name, variables[name]]).filter(([, value]) => isSet(value)),
    ),
  };
}

function colourWish(variables: Variables): Environment['colour'] {
  if (isSet(variables.NO_COLOR) || variables.FORCE_COLOR === '0') return 'never';
  if (isSet(variables.FORCE_COLOR)) return 'always';
  return variables.TERM === 'dumb' ? 'never' : 'by-terminal';
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
