/** What came of a request to sign in: the answer, or a sentence that says why not. */
export type Outcome = { ok: true; body: unknown } | { ok: false; because: string }

/** Posts JSON to a route of ours. Never throws: a server that is away is an outcome too. */
export async function send(path: string, body: object): Promise<Outcome> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    })
    const read: unknown = await answer.json()
    return answer.ok ? { ok: true, body: read } : { ok: false, because: detailOf(read) }
  } catch {
    return { ok: false, because: 'The server does not respond. Try again in a moment.' }
  }
}

function detailOf(problem: unknown): string {
  if (
    typeof problem === 'object' &&
    problem !== null &&
    'detail' in problem &&
    typeof problem.detail === 'string'
  ) {
    return problem.detail
  }
  return 'Sign-in failed. Try again.'
}
