import { usePageTitle } from '../app/navigation.tsx';
import { words } from './words.ts';

/** The track record of one horse. */
export default function TrendsPage({ horse: _ }: { horse: string }) {
  usePageTitle(words.title);
  return <h1>{words.title}</h1>;
}
