import type { Endpoint, SentTo } from '#lib/contract/endpoint.ts'
import type { Report } from '#lib/contract/bulk.ts'

import { send, wordsOf } from './send.ts'

/** Few enough that no other person waits long for the group. */
export const AT_ONCE = 100

/** How far an act on many issues is: what it did, what was refused, an event of each piece, and who was lost on the way. */
export type Pieces = { report: Report; acts: readonly number[]; errorText: string | null }

type Plan = {
  refs: readonly number[]
  /** Sends some of them; `now` is how far the act is, `onWait` is called when this piece waits in the outbox. */
  send: (some: readonly number[], now: Pieces, onWait: () => void) => Promise<Report>
  onPiece: (now: Pieces) => void
}

/**
 * Does one thing to many issues in pieces, so that its progress can be seen and others can work in between. What was done
 * stays done when the rest cannot be reached.
 */
export async function inPieces({ refs, send, onPiece }: Plan): Promise<Pieces> {
  let now: Pieces = { report: { done: [], refused: [] }, acts: [], errorText: null }
  const sendPiece = async (some: readonly number[], onWait: () => void) => {
    try {
      const { done, refused } = await send(some, now, onWait)
      const [first] = done
      const { report, acts } = now
      now = {
        ...now,
        report: { done: [...report.done, ...done], refused: [...report.refused, ...refused] },
        acts: first ? [...acts, first.event] : acts,
      }
    } catch (error) {
      now = { ...now, errorText: wordsOf(error) }
    }
    onPiece(now)
    return now.errorText === null
  }
  const parts: Promise<boolean>[] = []
  for (let at = 0; at < refs.length; at += AT_ONCE) {
    const { promise: isWaiting, resolve } = Promise.withResolvers<boolean>()
    const part = sendPiece(refs.slice(at, at + AT_ONCE), () => resolve(true))
    parts.push(part)
    // what has to wait in the outbox does not keep the rest from waiting there too
    if (!(await Promise.race([part, isWaiting]))) break
  }
  await Promise.all(parts)
  return now
}

export type Reporting = Endpoint & { output: { _zod: { output: Report } } }

type Sending<E extends Reporting> = Pick<Plan, 'refs' | 'onPiece'> & {
  endpoint: E
  input: (some: readonly number[], now: Pieces) => SentTo<E>
  /** In the past tense; `count` is “3 issues”. */
  message: (count: string) => string
}

/** The same by an endpoint that takes some of them at a time; each piece can wait in the outbox. */
export const changeInPieces = <E extends Reporting>({ endpoint, input, message, ...plan }: Sending<E>) =>
  inPieces({
    ...plan,
    send: (some, now, onWait) =>
      send(endpoint, input(some, now), { message: message(counted(some.length)), onWait }),
  })

export const counted = (count: number): string => (count === 1 ? '1 issue' : `${count} issues`)

/** Those that stay as they are: refused, or not reached. What needed no change is among neither. */
export function leftOf(refs: readonly number[], { report, errorText }: Pieces): number[] {
  const done = new Set(report.done.map(({ card }) => card.ref))
  const refused = new Set(report.refused.map(({ ref }) => ref))
  return refs.filter((ref) => refused.has(ref) || (errorText !== null && !done.has(ref)))
}
