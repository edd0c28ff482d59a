type Health = { parts?: { database?: string } }

/** A connection that is dead without a word gives no answer at all. */
const PATIENCE_MS = 10_000

/** Whether the server answers, and its database too. */
export async function isWell(): Promise<boolean> {
  try {
    const { parts }: Health = await (
      await fetch('/api/health', { signal: AbortSignal.timeout(PATIENCE_MS) })
    ).json()
    return parts?.database === 'ok'
  } catch {
    return false
  }
}
