import { People } from './people.tsx';

/** What those who run the server see. */
export function AdministrationPage() {
  return <People />;
}
