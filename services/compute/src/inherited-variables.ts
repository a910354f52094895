const inherited = ['PATH', 'TMPDIR', 'LD_LIBRARY_PATH', 'SystemRoot', 'NODE_COMPILE_CACHE'] as const;

/** What a process that computes inherits: no more than a program needs to run, and no secret. */
export function inheritedVariables(
  variables: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    inherited.flatMap((name) => {
      const value = variables[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
