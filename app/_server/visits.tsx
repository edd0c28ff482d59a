import { headers } from 'next/headers'
import { noteVisit } from '#db/commands/briefs.ts'
import { readBrief } from '#lib/contract/briefs.ts'
import { contextOfCookie } from './context.ts'
import { log } from './log.ts'
import { answerFor } from './prefetch.tsx'

/**
 * Whether a request shows its page to a person: one that asks for the head alone, or ahead of a click, does not. A
 * server that takes no writes for now keeps no person from reading, so that what is noted of a look may fail.
 */
export function isLook(sent: Pick<Headers, 'get'>): boolean {
  const isAhead = sent.get('next-router-prefetch') !== null || /prefetch|prerender/.test(purposeOf(sent))
  return sent.get('x-method') === 'GET' && !isAhead
}

const purposeOf = (sent: Pick<Headers, 'get'>): string =>
  `${sent.get('sec-purpose') ?? ''} ${sent.get('purpose') ?? ''}`

export const quietly = (noted: Promise<void>): Promise<void> =>
  noted.catch((error: unknown) => log.debug({ err: error }, 'a visit could not be recorded'))

/** Part of the page of a brief: notes that its reader looked, after it was read when they did before. */
export async function BriefVisit({ group, milestone }: { group: string; milestone: string }) {
  const sent = await headers()
  const brief = await answerFor(readBrief, { group, milestone })
  if (!isLook(sent)) return null
  const { ctx } = await contextOfCookie(sent.get('cookie'), group)
  await quietly(noteVisit(ctx(), brief.milestone.id))
  return null
}
