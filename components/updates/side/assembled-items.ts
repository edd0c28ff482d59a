import type { MySubject, StatusUpdate, WeekOfUpdates } from '#lib/contract/updates.ts'

import { fieldsOf, whyNotReady } from '../mine/draft-fields.ts'
import type { DraftFields } from '../mine/draft-fields.ts'

/** One part of the assembled update. */
export type AssembledItem = Pick<
  StatusUpdate,
  'subject' | 'kind' | 'ref' | 'title' | 'progress' | 'blockers' | 'next' | 'confidence' | 'mine'
>

type Week = Pick<WeekOfUpdates, 'updates' | 'mine'>
type Written = ReadonlyMap<string, DraftFields>

/**
 * What the group has posted in a week, in its order, with what the reader has ready in their own places: as it is written now,
 * whether or not it is posted.
 */
export function assembledItems({ updates, mine }: Week, written: Written): AssembledItem[] {
  const own = new Map(
    mine.flatMap((one): [string, AssembledItem][] => {
      const item = readyItem(one, written.get(one.subject))
      return item ? [[one.subject, item]] : []
    }),
  )
  const posted = updates.map((update) => own.get(update.subject) ?? update)
  const isPosted = new Set(updates.map(({ subject }) => subject))
  return [...[...own.values()].filter(({ subject }) => !isPosted.has(subject)), ...posted]
}

function readyItem(one: MySubject, written: DraftFields | undefined): AssembledItem | null {
  if (written === undefined && one.draft === null) return null
  const { confidence, ...texts } = written ?? fieldsOf(one)
  if (confidence === null || whyNotReady({ confidence, ...texts }) !== null) return null
  const { subject, kind, ref, title } = one
  const [progress, blockers, next] = [texts.progress.trim(), texts.blockers.trim(), texts.next.trim()]
  return { subject, kind, ref, title, progress, blockers, next, confidence, mine: true }
}
