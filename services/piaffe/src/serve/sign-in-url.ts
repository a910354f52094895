/** Where a sign-in link leads. The secret is in the fragment, which no browser sends and no log sees. */
export function signInUrl(server: string, secret: string): string {
  return `${server.replace(/\/*$/, '/')}#sign-in=${secret}`;
}
