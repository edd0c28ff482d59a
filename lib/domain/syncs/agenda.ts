/** An issue or an epic; said here, since events are told of with it. */
type Subject = { kind: 'issue' | 'epic'; ref: number }

const slugOf = ({ kind, ref }: Subject): string => `${kind}-${ref}`

/**
 * Where the items of a sync come from, in the order in which they are talked about. Handbook › Weekly sync: "review
 * blockers, assign DRIs". A source that is added takes its place in this list and a heading, and nothing else.
 */
export const AGENDA_SOURCES = [
  'hand',
  'blocked',
  'unowned',
  'hand_over',
  'unclaimed',
  'confidence',
  'drift',
  'push_back',
  'point',
] as const
export type AgendaSource = (typeof AGENDA_SOURCES)[number]

const HEADINGS: Record<AgendaSource, string> = {
  hand: 'Hands and blocked',
  blocked: 'Hands and blocked',
  unowned: 'Without a DRI',
  hand_over: 'Hand-overs waiting',
  unclaimed: 'No volunteer',
  confidence: 'Falling confidence',
  drift: 'Drift',
  push_back: 'Push-backs to decide',
  point: 'Anything else',
}

export const agendaHeading = (source: AgendaSource): string => HEADINGS[source]

/** What an item is about by itself: `hand-5`, `push-back-7`, `point-3`, or its subject, `issue-12`, `epic-3`. */
export const AGENDA_KINDS = ['hand', 'push-back', 'point', 'issue', 'epic'] as const
export type AgendaKind = (typeof AGENDA_KINDS)[number]

/** @returns null for what names no item */
export function parseItem(key: string): { kind: AgendaKind; ref: number } | null {
  const [, named, digits] = /^([a-z-]+)-([1-9]\d{0,9})$/.exec(key) ?? []
  const kind = AGENDA_KINDS.find((one) => one === named)
  const ref = Number(digits)
  return kind !== undefined && ref <= 2_147_483_647 ? { kind, ref } : null
}

/** Why something is on the agenda, in one sentence or less. */
export type AgendaReason = { source: AgendaSource; text: string }

/** One line of one source. */
export type AgendaLine = AgendaReason & {
  /** The key of the item; of what has a key of its own, such as a hand, another one than that of its subject. */
  key: string
  about: Subject | null
  /** The handle of the person whom it is about. */
  person: string | null
}

/** An item, for its first reason; the further ones stand below it. */
export type AgendaEntry = Omit<AgendaLine, 'source' | 'text'> & { reasons: AgendaReason[] }

const place = (source: AgendaSource): number => AGENDA_SOURCES.indexOf(source)

export const sourceOf = ({ reasons }: Pick<AgendaEntry, 'reasons'>): AgendaSource =>
  reasons[0]?.source ?? 'point'

/**
 * The agenda: each issue and epic once, for the most pressing of its reasons; of a hand, what else is said of its subject
 * stands with it. By source, and within a source as the source tells them.
 */
export function agendaOf(lines: readonly AgendaLine[]): AgendaEntry[] {
  const keyOf = keysIn(lines)
  const groups = Map.groupBy(lines, keyOf)
  const entries = [...groups].flatMap(([key, own]) => {
    const [first, ...more] = own.toSorted((a, b) => place(a.source) - place(b.source))
    if (!first) return []
    const reasons = [first, ...more].map(({ source, text }) => ({ source, text }))
    return [{ entry: { key, about: first.about, person: first.person, reasons }, at: lines.indexOf(first) }]
  })
  return entries
    .toSorted((a, b) => place(sourceOf(a.entry)) - place(sourceOf(b.entry)) || a.at - b.at)
    .map(({ entry }) => entry)
}

/** A line of a subject belongs to the first hand on that subject. */
function keysIn(lines: readonly AgendaLine[]): (line: AgendaLine) => string {
  const hands = new Map<string, string>()
  for (const { source, about, key } of lines)
    if (source === 'hand' && about && !hands.has(slugOf(about))) hands.set(slugOf(about), key)
  return ({ key }) => hands.get(key) ?? key
}

/** One list after the other as one, the first one to name an item telling it; in the order of the agenda. */
export function joined(...lists: (readonly AgendaEntry[])[]): AgendaEntry[] {
  const byKey = new Map<string, AgendaEntry>()
  for (const entry of lists.flat()) if (!byKey.has(entry.key)) byKey.set(entry.key, entry)
  return [...byKey.values()].toSorted((a, b) => place(sourceOf(a)) - place(sourceOf(b)))
}
