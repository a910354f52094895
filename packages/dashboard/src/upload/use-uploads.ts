import { useEffect, useSyncExternalStore } from 'react';
import { api, problemOf } from '../app/api.ts';
import { createUploads, type UploadItem } from './uploads.ts';

/** One list for all pages: it goes on while one looks at another page. */
export const uploads = createUploads(api.uploadRecording, problemOf);

export function useUploads(): readonly UploadItem[] {
  return useSyncExternalStore(uploads.subscribe, uploads.items);
}

export function isOnTheWay({ step: { is } }: UploadItem): boolean {
  return is === 'waiting' || is === 'sending' || is === 'storing';
}

/** The browser asks before it closes what files are still leaving. */
export function useWarningBeforeLeaving(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isNeeded]);
}
