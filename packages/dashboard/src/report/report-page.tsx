import { usePageTitle } from '../app/navigation.tsx';
import { words } from './words.ts';

/** One ride on one printed page, for a coach or a vet. */
export function ReportPage({ session: _ }: { session: string }) {
  usePageTitle(words.title);
  return <h1>{words.title}</h1>;
}
