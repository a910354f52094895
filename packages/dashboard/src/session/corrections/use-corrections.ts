import type { Corrections, Session, SessionResult } from '@piaffe/client';
import { useMemo, useState } from 'react';
import { offsetOf } from '../ride-time.ts';
import { corrected, noCorrections } from './draft.ts';

/** What somebody is about to correct, and how the ride looks with it. */
export function useCorrections(session: Session, result: SessionResult) {
  const saved = session.corrections ?? noCorrections;
  const [draft, setDraft] = useState<Corrections | null>(null);
  const offset = offsetOf(result);
  const found = result.asFound ?? result;
  const isChanged = draft !== null && JSON.stringify(draft) !== JSON.stringify(saved);
  const shown = useMemo(
    () => (draft === null || !isChanged ? result : { ...result, ...corrected(found, draft, offset) }),
    [draft, isChanged, result, found, offset],
  );
  return {
    draft: draft ?? saved,
    isChanged,
    change: setDraft,
    forget: () => setDraft(null),
    /** The ride as it will be. */
    shown,
    /** What was found, where the ride shows something else. */
    asFound: shown === found ? null : found,
    offset,
  };
}

export type CorrectionsView = ReturnType<typeof useCorrections>;
