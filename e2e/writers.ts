import { randomUUID } from 'node:crypto'
import { moveIssue, createIssue, weighIssue, type Changed } from '#lib/contract/issues.ts'
import { Refused, type Client } from './client.ts'
import { boardOnce, GROUP } from './world.ts'

/** One change that somebody sent, with the answer to it; null while nobody knows whether it was made. */
export type Sent = {
  type: 'issue.created' | 'issue.weighed' | 'issue.moved'
  ref: number | null
  /** What is true of the issue once the change was made. */
  title?: string
  weight?: number
  labelId?: string
  /** Sends it again under the same key. */
  send: () => Promise<Changed>
  answer: Changed | null
}

export type Writer = {
  sent: Sent[]
  /** Answers that said: not now. */
  unavailable: Refused[]
  /** Writes one change after the other until `enough`; ends early when nobody answers any more. */
  write: (enough: () => boolean) => Promise<void>
}

const NOT_NOW_MS = 50
/** The board of a shelf of the same name, and the state of its first column. */
const [BOARD, FIRST] = ['next-1-3', 'problem validation']

/** Somebody who changes issues of their own as fast as they are answered, and remembers every answer. */
export function aWriter(client: Client, name: string): Writer {
  const writer: Writer = { sent: [], unavailable: [], write }
  let turn = 0

  async function write(enough: () => boolean): Promise<void> {
    while (!enough()) {
      const next = await change(
        client,
        name,
        turn,
        writer.sent.findLast(({ type }) => type === 'issue.created'),
      )
      turn += 1
      writer.sent.push(next)
      if (!(await insist(next, enough))) return
    }
  }

  /** Until it is answered; false when the connection broke. */
  async function insist(one: Sent, enough: () => boolean): Promise<boolean> {
    while (one.answer === null) {
      try {
        one.answer = await one.send()
      } catch (error) {
        if (!(error instanceof Refused)) return false
        if (error.status !== 503) throw error
        writer.unavailable.push(error)
        if (enough()) return true
        await new Promise((resolve) => setTimeout(resolve, NOT_NOW_MS))
      }
    }
    one.ref = one.answer.card.ref
    return true
  }

  return writer
}

/** Every fifth change creates an issue, the others weigh and move the last one that was created. */
async function change(client: Client, name: string, turn: number, own: Sent | undefined): Promise<Sent> {
  const key = randomUUID()
  const ref = own?.ref ?? null
  if (turn % 5 === 0 || ref === null) {
    const title = `${name} ${turn}`
    const labels = ['type::bug', `workflow::${FIRST}`]
    const send = () => client.ask(createIssue, { group: GROUP, title, labels, milestone: BOARD }, key)
    return { type: 'issue.created', ref: null, title, send, answer: null }
  }
  if (turn % 2 === 0) {
    const weight = turn % 97
    const send = () => client.ask(weighIssue, { group: GROUP, ref, weight }, key)
    return { type: 'issue.weighed', ref, weight, send, answer: null }
  }
  // Odd turns come here, and every second of them goes to the other column.
  const to = (await boardOnce(client, BOARD)).columns[turn % 4 === 1 ? 2 : 3]
  if (!to) throw new Error('The board has too few columns.')
  const input = { group: GROUP, board: BOARD, ref, to: to.id }
  const send = () => client.ask(moveIssue, input, key)
  return { type: 'issue.moved', ref, labelId: to.labelId, send, answer: null }
}
