import type { Client } from './client.ts'

/** One thing that a live stream told: the fields of a server-sent event. */
export type StreamEvent = { id: number | null; event: string; data: unknown }

export type Stream = {
  status: number
  headers: Headers
  /** All that came so far, in its order. */
  events: StreamEvent[]
  /** Numbers of events so far. */
  numbers: () => number[]
  /** Milliseconds that the reader shall wait before it comes back, as the stream said. */
  retry: () => number | null
  /** Settles when the stream is at its end; with the instant on the clock of `performance.now()`. */
  ended: Promise<number>
  close: () => void
}

type From = { after?: number; lastEventId?: number }

/** Reads the live stream of a group without a browser, as its bytes come. */
export async function openStream(
  client: Client,
  group: string,
  { after, lastEventId }: From = {},
): Promise<Stream> {
  const control = new AbortController()
  const query = new URLSearchParams({ group, ...(after === undefined ? {} : { after: String(after) }) })
  const headers: Record<string, string> =
    lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }
  const answer = await client.fetch(`/api/live?${query}`, { headers, signal: control.signal })
  const events: StreamEvent[] = []
  let retry: number | null = null
  const take = (block: string) => {
    const fields = new Map<string, string>()
    for (const line of block.split('\n')) {
      const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
      fields.set(name, value)
    }
    if (fields.has('retry')) retry = Number(fields.get('retry'))
    const data = fields.get('data')
    if (data === undefined) return
    const id = fields.get('id')
    events.push({
      id: id === undefined ? null : Number(id),
      event: fields.get('event') ?? 'message',
      data: JSON.parse(data),
    })
  }
  return {
    status: answer.status,
    headers: answer.headers,
    events,
    retry: () => retry,
    numbers: () => events.flatMap(({ id, event }) => (event === 'message' && id !== null ? [id] : [])),
    ended: read(answer, take),
    close: () => control.abort(),
  }
}

async function read({ body }: Response, take: (block: string) => void): Promise<number> {
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for await (const chunk of body ?? []) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      blocks.forEach(take)
    }
  } catch {
    // Whoever closes the stream, at either end, ends it.
  }
  return performance.now()
}
