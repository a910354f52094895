/**
 * After an upgrade a page that is still open asks for files that are there no more: it is loaded anew, once. Where that
 * did not help, the page says that it broke.
 */
export function loadNewPages(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(key) ?? 0);
    if (Date.now() - last < patience) return;
    sessionStorage.setItem(key, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}

const key = 'piaffe-loaded-anew';
/** ms; a second failure so soon after the first is no upgrade. */
const patience = 60_000;
