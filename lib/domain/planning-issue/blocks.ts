import type { PlainDate } from '#lib/kit/plain-date.ts'

/** What a planning issue shows from the data, where its text holds a line such as `{{capacity}}`. */
export const BLOCKS = ['milestone', 'boards', 'goals', 'priorities', 'capacity', 'deliverables'] as const
export type BlockName = (typeof BLOCKS)[number]

/** What a priority is about. */
export type PriorityKind = 'issue' | 'epic'

type Person = { handle: string; name: string }

export type PriorityRow = {
  kind: PriorityKind
  number: number
  title: string
  teams: { slug: string; name: string }[]
  goal: string
  dri: Person | null
  status: string
}

export type DeliverableRow = {
  ref: number
  title: string
  team: string | null
  weight: number | null
  dri: Person | null
  status: string
}

export type TeamCapacity = { slug: string | null; name: string; capacity: number; picked: number }

/** The data of all blocks at one moment. Capacity and what is picked are weights, and the group's; lists are one reader's. */
export type PlanningBlocks = {
  milestone: { title: string; startOn: PlainDate; dueOn: PlainDate; workingDays: number }
  boards: { slug: string; title: string; milestone: string | null }[]
  goals: string
  priorities: { rows: PriorityRow[]; notShown: number }
  capacity: {
    teams: TeamCapacity[]
    total: { capacity: number; picked: number }
    carryOver: { from: string; left: number } | null
  }
  deliverables: { rows: DeliverableRow[]; notShown: number }
}

/** A part of a planning issue's text. `at` is where it begins in the whole. */
export type Segment =
  | { kind: 'text'; text: string; at: number }
  | { kind: 'block'; name: BlockName; at: number }
  /** A line that is written like a block and is none. */
  | { kind: 'unknown'; name: string; line: string; at: number }

const LINE = /^ {0,3}\{\{ *([\w-]{1,40}) *\}\}[ \t]*$/
const FENCE = /^ {0,3}(`{3,}|~{3,})/

const isBlock = (name: string): name is BlockName => BLOCKS.some((one) => one === name)

/** Cuts a text at its blocks; joined again, with a line for each block, it is the same text. Code stays code. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = []
  let [begin, at, fence] = [0, 0, '']
  const cut = (end: number) => {
    const part = text.slice(begin, end)
    if (part.trim() !== '') segments.push({ kind: 'text', text: part, at: begin })
  }
  for (const line of text.split(/(?<=\n)/)) {
    const bare = line.replace(/\r?\n$/, '')
    const marks = FENCE.exec(bare)?.[1] ?? ''
    const name = fence === '' ? LINE.exec(bare)?.[1] : undefined
    if (fence === '') fence = marks
    else if (marks.startsWith(fence) && bare.trim() === marks) fence = ''
    if (name !== undefined) {
      cut(at)
      const wanted = name.toLowerCase()
      segments.push(
        isBlock(wanted) ? { kind: 'block', name: wanted, at } : { kind: 'unknown', name, line: bare, at },
      )
      begin = at + line.length
    }
    at += line.length
  }
  cut(text.length)
  return segments
}

/** What a reader is told of a line that names no block. */
export const unknownHint = (name: string): string =>
  `Unknown block “${name}”, kept as text. Blocks: ${BLOCKS.join(', ')}.`
