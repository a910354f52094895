/** Why the service cannot listen, in words that say what to do; null where it is another error. */
export function cannotServe(
  error: unknown,
  { host, port }: { readonly host: string; readonly port: number },
): string | null {
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use already. Stop what uses it, or take another with --port.`;
    case 'EACCES':
      return `Port ${port} may not be used by this user. Take one above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is no address of this machine. Name another with --host.`;
    default:
      return null;
  }
}
