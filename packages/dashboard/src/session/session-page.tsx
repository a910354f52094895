export function SessionPage({ session }: { session: string }) {
  return <h1>{session}</h1>;
}
