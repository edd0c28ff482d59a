import type { MySubject } from '#lib/contract/updates.ts'

import { fieldsOf, whyNotReady } from './draft-fields.ts'
import type { DraftFields } from './draft-fields.ts'

/** How far a person is with one subject: `waits` until the server answers. */
export type SubjectStanding = 'posted' | 'waits' | 'ready' | 'unready'

type Known = Pick<MySubject, 'update' | 'draft' | 'proposed'>
type Here = {
  /** What stands in the fields of this page; without it, what the server knows. */
  written: DraftFields | undefined
  waits: boolean
}

export function subjectStanding(one: Known, { written, waits }: Here): SubjectStanding {
  if (waits) return 'waits'
  if (one.update !== null && one.draft === null && written === undefined) return 'posted'
  return whyNotReady(written ?? fieldsOf(one)) === null ? 'ready' : 'unready'
}

/** “2 of 3 ready”, “1 posted, 1 of 2 ready”, “3 posted”; of no subjects nothing. */
export function standingsText(all: readonly SubjectStanding[]): string {
  const count = (standing: SubjectStanding) => all.filter((one) => one === standing).length
  const [posted, waits, ready] = [count('posted'), count('waits'), count('ready')]
  const open = all.length - posted - waits
  return [
    ...(posted > 0 ? [`${posted} posted`] : []),
    ...(waits > 0 ? [`${waits} to be sent`] : []),
    ...(open > 0 ? [`${ready} of ${open} ready`] : []),
  ].join(', ')
}
