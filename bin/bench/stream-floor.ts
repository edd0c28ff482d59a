import { request } from 'node:http'
import type { BoardView } from '#lib/contract/boards.ts'
import { mover } from './mover.ts'
import { summaryOf, type Summary } from './numbers.ts'
import { repeat } from './repeat.ts'
import type { Visitor } from './visitor.ts'

type Scene = { group: string; view: BoardView; writer: Visitor; reader: Visitor }

/** How long after the answer to a move a bare reader of the stream is told of it: no browser, no page. In milliseconds. */
export async function streamFloor(address: string, { group, view, writer, reader }: Scene): Promise<Summary> {
  const stream = await listenTo(`${address}/api/live?group=${group}`, reader.cookie)
  const { move } = mover(writer, group, view, { nth: 0, of: 1 })
  try {
    const samples = await repeat(40, async () => {
      const arrival = stream.next()
      await move()
      const answered = performance.now()
      return (await arrival) - answered
    })
    return summaryOf(samples.slice(10))
  } finally {
    stream.close()
  }
}

export type Stream = { next(): Promise<number>; close(): void }

/** A stream of events; `next` is the instant at which the next event of the group arrives. */
export function listenTo(url: string, cookie: string): Promise<Stream> {
  return new Promise((resolve, reject) => {
    let wake: ((instant: number) => void) | undefined
    const sent = request(url, { headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`the stream answers ${answer.statusCode}`))
      answer.setEncoding('utf8')
      answer.on('data', (text: string) => {
        if (/^id: \d+$/m.test(text)) wake?.(performance.now())
      })
      resolve({
        next: () => new Promise((arrival) => (wake = arrival)),
        close: () => sent.destroy(),
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}
