import { usePageTitle } from '../app/navigation.tsx';
import { words } from './words.ts';

/** Two rides side by side; which stands in the query. */
export function ComparePage() {
  usePageTitle(words.title);
  return <h1>{words.title}</h1>;
}
