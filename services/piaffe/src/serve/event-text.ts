import type { HostEvent } from '@piaffe/kernel';

/** What a process of the server, or one at an address, did, as a sentence. */
export function eventText({
  kind,
  process,
  message,
}: Pick<HostEvent, 'kind' | 'process' | 'message'>): string {
  if (message.startsWith('the plugin ')) return message;
  const who = nameOf(process);
  const isSentence = kind !== 'output' && kind !== 'unlimited';
  return isSentence ? `${who} ${message.replace(/^it /, '')}` : `${who}: ${message}`;
}

function nameOf(process: string): string {
  if (process.includes('://')) return `what is at ${process}`;
  return process === 'compute' ? 'the computation' : `the process ${process}`;
}
