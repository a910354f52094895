import type { PartHealth } from '@piaffe/gateway/contract';

const answersWithinMs = 2000;

/** How the parts of a running server are, as it last saw them; empty where it does not say. */
export async function liveParts(url: string): Promise<readonly PartHealth[]> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(answersWithinMs) });
    const { parts } = (await answer.json()) as { parts?: readonly PartHealth[] };
    return parts ?? [];
  } catch {
    return [];
  }
}
