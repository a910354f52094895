const withinMs = 5_000;

/** Whether the server at this address can serve, and a sentence about it. It never rejects. */
export async function askHealth(
  url: string,
): Promise<{ readonly isWell: boolean; readonly sentence: string }> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(withinMs) });
    const { status, parts = [] } = (await answer.json()) as {
      status: string;
      parts?: readonly { name: string; state: string }[];
    };
    const away = parts.filter(({ state }) => state !== 'up').map(({ name, state }) => `${name} is ${state}`);
    const sentence = `${url} is ${status}${away.length === 0 ? '' : `: ${away.join(', ')}`}.`;
    return { isWell: answer.ok, sentence };
  } catch (error) {
    return { isWell: false, sentence: `${url} does not answer: ${reason(error)}.` };
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `not within ${withinMs / 1000} s`;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? `${cause.code}` : error.message;
}
