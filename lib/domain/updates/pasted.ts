import { type Confidence, CONFIDENCES, confidenceEmoji, confidenceWords } from '../confidence.ts'
import { NUMBERED_KINDS, type NumberedSubject } from '../subjects.ts'

/** An update that a pasted text holds. `subject` is null where the text names none: then `title` says which one is meant. */
export type PastedUpdate = {
  subject: NumberedSubject | null
  title: string
  progress: string
  blockers: string
  next: string
  /** Null where none was chosen, or several. */
  confidence: Confidence | null
}

type Field = 'progress' | 'blockers' | 'next' | 'confidence'

const FIELDS: readonly { field: Field; name: RegExp }[] = [
  { field: 'progress', name: /^(progress|what moved forward( this week)?)$/i },
  { field: 'blockers', name: /^(blockers?|blocked|what[’']s blocked( and what you need)?)$/i },
  { field: 'next', name: /^(next( steps?)?|what[’']s next( for the coming week)?)$/i },
  { field: 'confidence', name: /^confidence( for (the )?current milestone)?$/i },
]

/**
 * Reads the handbook’s formats: one comment with a part for each issue and the emoji of its confidence, or one comment for one
 * issue with tick boxes. What is neither gives nothing.
 */
export function pastedUpdates(text: string): PastedUpdate[] {
  const found: Draft[] = []
  let part: Draft | null = null
  let field: Field | null = null
  let head = ''
  for (const line of text.split(/\r?\n/)) {
    const bare = bareOf(line)
    const named = fieldOf(bare)
    if (named) {
      if (!part || (named.field === 'progress' && part.said.has('progress'))) {
        part = draftOf(head)
        found.push(part)
        head = ''
      }
      field = named.field
      part.said.add(field)
      add(part, field, named.rest)
    } else if (isKey(bare)) field = null
    else if (isHead(line, field)) {
      head = bare === '' ? head : bare
      if (bare !== '' && part?.said.has('confidence')) [part, field] = [null, null]
    } else if (part && field) add(part, field, bare)
  }
  return found.filter(({ progress, blockers }) => progress.length + blockers.length > 0).map(updateOf)
}

type Draft = {
  head: string
  said: Set<Field>
  progress: string[]
  blockers: string[]
  next: string[]
  confidence: string[]
}

const draftOf = (head: string): Draft => ({
  head,
  said: new Set(),
  progress: [],
  blockers: [],
  next: [],
  confidence: [],
})

const add = (part: Draft, field: Field, words: string): void => {
  if (words !== '') part[field].push(words)
}

/** Without the marks of lists, headings and stress. */
const bareOf = (line: string): string =>
  line
    .trim()
    .replace(/^(#{1,6}\s+|[-*+•]\s+|\d+[.)]\s+)/, '')
    .replace(/^\*\*(.+?)\*\*/, '$1')
    .replace(/^__(.+?)__/, '$1')
    .trim()

function fieldOf(bare: string): { field: Field; rest: string } | null {
  const at = bare.indexOf(':')
  const name = (at < 0 ? bare : bare.slice(0, at)).replaceAll('*', '').trim()
  const known = FIELDS.find((one) => one.name.test(name))
  return known
    ? {
        field: known.field,
        rest:
          at < 0
            ? ''
            : bare
                .slice(at + 1)
                .replace(/^\*\*/, '')
                .trim(),
      }
    : null
}

const isKey = (bare: string): boolean => /^confidence key/i.test(bare)

/** A line that belongs to no item: a heading, or a line at the margin that is neither a list nor a tick box. */
const isHead = (line: string, field: Field | null): boolean => {
  if (line.trim() === '') return true
  if (/^#{1,6}\s/.test(line) || /^\*\*.+\*\*/.test(line)) return true
  return field === 'confidence' || field === null ? !/^\s*([-*+•]|\d+[.)])\s/.test(line) : false
}

function updateOf({ head, progress, blockers, next, confidence }: Draft): PastedUpdate {
  const blocked = blockers.join('\n')
  return {
    subject: subjectIn(head),
    title: titleIn(head),
    progress: progress.join('\n'),
    blockers: /^(none|no|n\/a|-|–|—)\.?$/i.test(blocked) ? '' : blocked,
    next: next.join('\n'),
    confidence: confidenceIn(confidence),
  }
}

/** By its link, otherwise by its sign. */
function subjectIn(head: string): NumberedSubject | null {
  const linked = /\/(issues|epics)\/(\d{1,9})\b/.exec(head)
  const kind = NUMBERED_KINDS.find((one) => `${one}s` === linked?.[1])
  if (kind && linked) return { kind, ref: Number(linked[2]) }
  const [, sign, ref] = /(?:^|[^\w&])([#&])([1-9]\d{0,8})\b/.exec(head) ?? []
  return sign === undefined ? null : { kind: sign === '&' ? 'epic' : 'issue', ref: Number(ref) }
}

/** Without the link, its address and its sign. */
const titleIn = (head: string): string =>
  head
    .replace(/\(?\[[#&]\d+\]\([^)]*\)\)?/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\(?https?:\/\/\S+/g, '')
    .replace(/(^|\s)[#&]\d+\b/g, ' ')
    .replace(/\(\s*(link)?\s*\)/gi, '')
    .replace(/\\([\\|*`[\]<_])/g, '$1')
    .replace(/[\s:–—-]+$/, '')
    .trim()

const holds = (line: string, confidence: Confidence): boolean =>
  line.includes(confidenceEmoji(confidence)) ||
  line.toLowerCase().includes(confidenceWords(confidence).toLowerCase())

/** The ticked one where there are tick boxes, otherwise the one that is named; of several, none. */
function confidenceIn(lines: readonly string[]): Confidence | null {
  const boxes = lines.filter((line) => /^\[[ xX]\]/.test(line))
  const meant = boxes.length > 0 ? boxes.filter((line) => /^\[[xX]\]/.test(line)) : lines
  const found = CONFIDENCES.filter((one) => meant.some((line) => holds(line, one)))
  return found.length === 1 ? (found[0] ?? null) : null
}
