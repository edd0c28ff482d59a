import { subjectSlug, type NumberedKind } from './subjects.ts'
import type { Confidence } from './confidence.ts'
import type { DriftKind } from './drift.ts'
import { pressOf } from './drift-told.ts'

/** What the table of DRIs lists: issues, epics by their tech lead, and epics that have one and no issues yet. */
export const DRIVEN_KINDS = ['issue', 'epic', 'initiative'] as const
export type DrivenKind = (typeof DRIVEN_KINDS)[number]

export const DRIVEN_TITLES: Record<DrivenKind, string> = {
  issue: 'Issue',
  epic: 'Epic',
  initiative: 'Initiative',
}

export const numberedKind = (kind: DrivenKind): NumberedKind => (kind === 'issue' ? 'issue' : 'epic')

type Numbered = { kind: DrivenKind; ref: number }

/** `issue-12`, `epic-3`: an initiative is an epic. */
export const drivenSlug = ({ kind, ref }: Numbered): string => subjectSlug({ kind: numberedKind(kind), ref })

export const drivenSign = ({ kind, ref }: Numbered): string => `${kind === 'issue' ? '#' : '&'}${ref}`

export type Pressing = Numbered & {
  drifts: readonly { kind: DriftKind }[]
  hand: boolean
  /** A hand-over that waits for an answer. */
  waits: boolean
  confidence: Confidence | null
  /** The day of the last update; null for none. */
  updatedOn: string | null
}

/** Handbook › Raising hands: "Blocked items get discussed first". Then what drifts, what waits, and what is not going well. */
function pressing({ drifts, hand, waits, confidence }: Pressing): number {
  if (hand) return 0
  const [first] = drifts.map(({ kind }) => pressOf(kind)).toSorted((a, b) => a - b)
  if (first !== undefined) return 1 + first
  if (waits) return 10
  return confidence === 'not' ? 11 : confidence === 'slightly' ? 12 : 13
}

/** What needs attention first; of two that need it alike, the one that was silent for longer. */
export function byAttention(a: Pressing, b: Pressing): number {
  return (
    pressing(a) - pressing(b) ||
    compare(a.updatedOn ?? '', b.updatedOn ?? '') ||
    compare(a.kind, b.kind) ||
    a.ref - b.ref
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

type Narrowed = {
  kind: DrivenKind
  ref: number
  title: string
  dri: { handle: string; name: string } | null
  teams: readonly string[]
  drifts: readonly unknown[]
  hand: unknown
}
export type DriNarrowing = {
  /** A handle, or `none` for what no person drives. */
  person: string | null
  team: string | null
  show: 'all' | 'attention' | DrivenKind
  find: string
}

/** Whether a line is among those asked for. */
export function isAsked(line: Narrowed, { person, team, show, find }: DriNarrowing): boolean {
  if (person !== null && (line.dri?.handle ?? 'none') !== person) return false
  if (team !== null && !line.teams.includes(team)) return false
  const presses = line.drifts.length > 0 || line.hand !== null
  if (show === 'attention' ? !presses : show !== 'all' && show !== line.kind) return false
  const words = find.trim().toLowerCase()
  if (words === '') return true
  return `${drivenSign(line)} ${line.title} ${line.dri?.name ?? ''}`.toLowerCase().includes(words)
}
