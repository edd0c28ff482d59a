import { compareRanks } from '../rank.ts'

export type Candidate = {
  ref: number
  /** Title of the milestone in which it was promised and not done; null for what has not slipped. */
  slippedFrom: string | null
  /** The PM gave it its place on the Planning Board. */
  placed: boolean
  /** Its place in the order of the Planning Board. */
  planRank: string
  /** 1 to 4; null without one. */
  priority: number | null
  severity: number | null
  weight: number | null
}

export type ReasonKind = 'slipped' | 'pm' | 'priority' | 'severity' | 'weight'
/** In words, for a line: “slipped from 19.7”, “PM 1”, “priority 2”. */
export type Reason = { kind: ReasonKind; text: string }

/** `rank` from 1; `pm` is its place in the order of the PM, from 1, null where the PM has not placed it. */
export type Ranked<C> = C & { rank: number; pm: number | null; reasons: Reason[]; why: string }

/**
 * Handbook › Build Board: "The EM selects issues from the Planning Board based on previous-milestone slippage, PM
 * preference, weight, and priority." What slipped comes first, then what the PM placed, in the PM's order, then the rest
 * by priority, the lighter first. What has no priority or no weight comes behind what has. Candidates that are alike lie
 * in the order of the Planning Board, so the same candidates are always ranked alike.
 */
export function ranked<C extends Candidate>(candidates: readonly C[]): Ranked<C>[] {
  const placed = candidates.filter((one) => one.placed).toSorted(byPlace)
  const pm = new Map(placed.map(({ ref }, at) => [ref, at + 1]))
  return candidates.toSorted(compare).map((one, at) => {
    const own = { rank: at + 1, pm: pm.get(one.ref) ?? null }
    const reasons = reasonsOf(one, own.pm)
    return { ...one, ...own, reasons, why: whyOf(reasons) }
  })
}

function compare(a: Candidate, b: Candidate): number {
  return (
    Number(b.slippedFrom !== null) - Number(a.slippedFrom !== null) ||
    Number(b.placed) - Number(a.placed) ||
    (a.placed && b.placed ? byPlace(a, b) : 0) ||
    (a.priority ?? LAST) - (b.priority ?? LAST) ||
    (a.weight ?? LAST) - (b.weight ?? LAST) ||
    byPlace(a, b)
  )
}

const LAST = 1_000

const byPlace = (a: Candidate, b: Candidate): number => compareRanks(a.planRank, b.planRank) || a.ref - b.ref

function reasonsOf({ slippedFrom, priority, severity, weight }: Candidate, pm: number | null): Reason[] {
  const reasons: (Reason | false)[] = [
    slippedFrom !== null && { kind: 'slipped', text: `slipped from ${slippedFrom}` },
    pm !== null && { kind: 'pm', text: `PM ${pm}` },
    priority !== null && { kind: 'priority', text: `priority ${priority}` },
    severity !== null && { kind: 'severity', text: `severity ${severity}` },
    { kind: 'weight', text: weight === null ? 'no weight' : `weight ${weight}` },
  ]
  return reasons.filter((one) => one !== false)
}

/** The reason that decides, with how severe it is; weight alone where nothing else is known. */
function whyOf(reasons: readonly Reason[]): string {
  const [first] = reasons
  if (!first) return ''
  const severity = reasons.find(({ kind }) => kind === 'severity')
  const pm = first.kind === 'slipped' ? reasons.find(({ kind }) => kind === 'pm') : undefined
  const beside = first.kind === 'slipped' ? pm : severity === first ? undefined : severity
  return beside ? `${first.text}, ${beside.text}` : first.text
}
