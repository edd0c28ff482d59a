import type { PlanCandidate } from '#lib/contract/plan.ts'
import type { SandboxChangeFacts } from '#lib/contract/sandboxes.ts'
import { NOBODY } from '#lib/domain/plan/selection.ts'

export type PickLine = {
  ref: number
  title: string
  /** Left out where the plan does not have it: of what the what-if brings in. */
  weight?: number | null
  /** It is a Deliverable in the live plan. */
  isLive: boolean
  /** It is one in the what-if. */
  isPicked: boolean
  /** The change that says so, if the what-if has one. */
  change: number | null
  /** Why it cannot become one. */
  whyNot: string | null
}

type Candidate = Pick<PlanCandidate, 'deliverable' | 'refusal'> & {
  card: Pick<PlanCandidate['card'], 'ref' | 'title' | 'weight'>
}
type Changes = readonly Pick<SandboxChangeFacts, 'id' | 'what' | 'ref' | 'isIn' | 'issueTitle'>[]

/** The candidates of a what-if in the order of the plan, behind them those that it brings in. */
export function pickLines(candidates: readonly Candidate[], changes: Changes): PickLine[] {
  const changeOf = (what: SandboxChangeFacts['what'], ref: number) =>
    changes.find((one) => one.what === what && one.ref === ref)
  const pickOf = (ref: number, isLive: boolean) => {
    const change = changeOf('deliverable', ref)
    return { isLive, isPicked: change?.isIn ?? isLive, change: change?.id ?? null }
  }
  const live = candidates.filter(({ card }) => changeOf('candidate', card.ref)?.isIn !== false)
  const lines = live.map(({ card: { ref, title, weight }, deliverable, refusal }): PickLine => {
    const isGiven = refusal?.rule === NOBODY && changeOf('dri', ref) !== undefined
    return {
      ref,
      title,
      weight,
      ...pickOf(ref, deliverable !== null),
      whyNot: isGiven ? null : (refusal?.because ?? null),
    }
  })
  const known = new Set(lines.map(({ ref }) => ref))
  const added = changes.flatMap(({ what, ref, isIn, issueTitle }): PickLine[] => {
    if (what !== 'candidate' || isIn !== true || ref === null || known.has(ref)) return []
    return [{ ref, title: issueTitle ?? '', ...pickOf(ref, false), whyNot: null }]
  })
  return [...lines, ...added]
}

/** A tick that was set; `until` is the event with which it is read back, once that is known. */
export type Tick = { isPicked: boolean; until: number }

/** Whether a line does not show a tick yet. @param event the last one that was read */
export const isOnItsWay = (
  tick: Tick | undefined,
  { isPicked }: Pick<PickLine, 'isPicked'>,
  event: number,
): boolean => tick !== undefined && tick.until > event && tick.isPicked !== isPicked

/** By its number, with or without #, or by words of its title. */
export function matchesPick({ ref, title }: Pick<PickLine, 'ref' | 'title'>, asked: string): boolean {
  const wanted = asked.trim().toLowerCase()
  const number = wanted.replace(/^#/, '')
  return String(ref) === number || title.toLowerCase().includes(wanted)
}
