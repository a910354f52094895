/** What the browser remembers of a choice; null when there is none, or when it may remember nothing. */
export function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Remembers a choice, or with null forgets it. Whether the browser did. */
export function store(name: string, choice: string | null): boolean {
  try {
    if (choice === null) localStorage.removeItem(name);
    else localStorage.setItem(name, choice);
    return true;
  } catch {
    return false;
  }
}
