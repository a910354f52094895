import type { HostEvent } from '@piaffe/kernel';

/** What a process of the server did, as a sentence. Only the computation can have one of its own. */
export function eventText({ kind, message }: Pick<HostEvent, 'kind' | 'message'>): string {
  const isSentence = kind !== 'output' && kind !== 'unlimited';
  return isSentence ? `the computation ${message.replace(/^it /, '')}` : `the computation: ${message}`;
}
