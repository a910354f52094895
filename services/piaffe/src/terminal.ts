import type { Environment } from './environment.ts';

const usualWidth = 80;
const narrowest = 60;
const widest = 140;

/** What lines can be drawn with. */
export interface Terminal {
  readonly width: number;
  readonly colour: boolean;
}

/** What a stream can show: one that is no terminal gets no colour and the usual width, unless the environment says so. */
export function terminalOf(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  environment: Environment,
): Terminal {
  const isTerminal = stream.isTTY === true;
  const width = (isTerminal ? stream.columns : environment.columns) || usualWidth;
  const byTerminal = environment.colour === 'by-terminal' && isTerminal;
  return {
    width: Math.min(Math.max(width, narrowest), widest),
    colour: environment.colour === 'always' || byTerminal,
  };
}
