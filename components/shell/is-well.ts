type Health = { parts?: { database?: string } }

/** Whether the server answers, and its database too. */
export async function isWell(): Promise<boolean> {
  try {
    const { parts }: Health = await (await fetch('/api/health')).json()
    return parts?.database === 'ok'
  } catch {
    return false
  }
}
