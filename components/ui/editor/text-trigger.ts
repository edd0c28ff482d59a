import { lineStartAt } from './text-edits.ts'
import type { TextEdit } from './text-edits.ts'

/** What is being named at the caret: `sigil` says what kind of thing, `query` what of its name is typed already. */
export type Trigger = {
  sigil: Sigil
  query: string
  from: number
  to: number
  /** The word of the line that began with `/`, where what follows it is being typed. */
  command?: string
}
export type Sigil = '@' | '#' | '~' | '%' | '&' | '/'

const LOOK_BACK = 80
const NAMING = /(?:^|[\s([{,;:])([@#~%&])(?:"([^"]*)|([^\s"]*))$/
const COMMAND = /^\s{0,3}\/(\w*)$/
const ARGUMENT = /^\s{0,3}\/(\w+)[ \t]+(.*)$/

/** Finds the name that is being typed before the caret; none inside of code. */
export function triggerAt(text: string, caret: number): Trigger | null {
  const lineStart = lineStartAt(text, caret)
  const line = text.slice(Math.max(lineStart, caret - LOOK_BACK), caret)
  const command = COMMAND.exec(text.slice(lineStart, Math.min(caret, lineStart + LOOK_BACK)))
  const naming = command ? null : NAMING.exec(line)
  const argument = command || naming ? null : ARGUMENT.exec(text.slice(lineStart, caret))
  if ((!command && !naming && !argument) || isInCode(text, lineStart, caret)) return null
  if (command) {
    const query = command[1] ?? ''
    return { sigil: '/', query, from: caret - query.length - 1, to: caret }
  }
  if (argument) {
    const [, name = '', query = ''] = argument
    return { sigil: '/', command: name, query, from: caret - query.length, to: caret }
  }
  const [, sigil = '', quoted, bare] = naming ?? []
  const query = quoted ?? bare ?? ''
  const from = caret - query.length - (quoted === undefined ? 1 : 2)
  // A line that begins with # is a heading until it says otherwise.
  if (!isSigil(sigil) || (sigil === '#' && query === '' && from === lineStart)) return null
  return { sigil, query, from, to: caret }
}

/** Puts the chosen name in place of what was typed, and a space behind it. */
export function accepted(text: string, { from, to }: Trigger, insert: string): TextEdit {
  const space = text[to] === ' ' ? '' : ' '
  const caret = from + insert.length + 1
  return { from, to, insert: insert + space, select: [caret, caret] }
}

/** `~bug`, `~"in dev"`: quotes where a name holds more than one word. */
export const named = (sigil: Sigil, name: string): string =>
  /^[^\s",;()]+$/.test(name) ? sigil + name : `${sigil}"${name}"`

const isSigil = (sigil: string): sigil is Sigil => '@#~%&'.includes(sigil) && sigil !== ''

function isInCode(text: string, lineStart: number, caret: number): boolean {
  const fences = text.slice(0, lineStart).match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0
  const ticks = text.slice(lineStart, caret).split('`').length - 1
  return fences % 2 === 1 || ticks % 2 === 1
}
