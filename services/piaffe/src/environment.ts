/** What the environment says, as it says it. */
export interface Environment {
  readonly debug: boolean;
  readonly colour: 'never' | 'always' | 'by-terminal';
  readonly columns: number | null;
}

/** PIAFFE_DEBUG, NO_COLOR and FORCE_COLOR (see no-color.org, force-color.org), TERM, COLUMNS. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const columns = Number.parseInt(variables.COLUMNS ?? '', 10);
  return {
    debug: isSet(variables.PIAFFE_DEBUG) && variables.PIAFFE_DEBUG !== '0',
    colour: colourWish(variables),
    columns: Number.isInteger(columns) && columns > 0 ? columns : null,
  };
}

function colourWish(variables: Readonly<Record<string, string | undefined>>): Environment['colour'] {
  if (isSet(variables.NO_COLOR) || variables.FORCE_COLOR === '0') return 'never';
  if (isSet(variables.FORCE_COLOR)) return 'always';
  return variables.TERM === 'dumb' ? 'never' : 'by-terminal';
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
