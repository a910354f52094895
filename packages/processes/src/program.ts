/** How the program is started as a child. `env` is all of its environment: nothing is handed down without being named. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}
