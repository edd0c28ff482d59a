import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WorkType } from '#lib/domain/labels.ts'
import { type Outcome, isOutcome } from './outcome.ts'

/** One file of `topics/`: an epic, or work without one, and the issues that belong to it. */
export type Topic = {
  name: string
  team: string | null
  labels: string[]
  epic: { title: string; description: string; lead: string } | null
  issues: Line[]
}

/** An issue as the file tells it; what becomes of it, and when, follows from its outcome. */
export type Line = {
  outcome: Outcome
  type: WorkType | null
  weight: number | null
  title: string
  description: string
  labels: string[]
  comments: { by: string; body: string }[]
  dri: string | null
  handOver: { to: string; context: string } | null
  /** Somebody is asked to take over, and has not answered yet. */
  asks: { to: string; context: string } | null
  needs: { need: string; from: string } | null
  /** Why it was taken off by an accepted push-back. */
  pushedBack: string | null
  spikeScope: string | null
  confidential: boolean
  reopened: boolean
}

const FOLDER = join(import.meta.dirname, 'topics')

export async function readTopics(): Promise<Topic[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.md')).toSorted()
  return Promise.all(
    names.map(async (name) =>
      parseTopic(name.replace('.md', ''), await readFile(join(FOLDER, name), 'utf8')),
    ),
  )
}

/** Head: an optional `# Epic`, `key: value` lines, the epic's description. Then `## outcome · type · weight · title`. */
export function parseTopic(name: string, text: string): Topic {
  const [head = '', ...blocks] = text.split(/^## /m)
  const value = (key: string) => new RegExp(`^${key}: (.+)$`, 'm').exec(head)?.[1]
  const [title, lead, team, label] = [
    /^# (.+)$/m.exec(head)?.[1],
    value('lead'),
    value('team'),
    value('labels'),
  ]
  const description = head.replace(/^(# .+|(team|lead|labels): .+)$/gm, '').trim()
  return {
    name,
    team: team && team !== 'null' ? team : null,
    labels: label ? [label] : [],
    epic: title && lead ? { title, lead, description } : null,
    issues: blocks.map((block) => parseLine(name, block)),
  }
}

function parseLine(topic: string, block: string): Line {
  const [head = '', ...rest] = block.trim().split('\n')
  const [outcome = '', type = '', weight = '', ...title] = head.split(' · ')
  if (!isOutcome(outcome) || title.length !== 1)
    throw new Error(`${topic}: “${head}” is not a line of the sample.`)
  const notes = rest.filter((line) => line.startsWith('> ')).map((line) => line.slice(2))
  const line: Line = {
    outcome,
    type: typeOf(type),
    weight: weight === '–' ? null : Number(weight),
    title: title.join(),
    description: rest
      .filter((text) => !text.startsWith('> '))
      .join('\n')
      .trim(),
    labels: [],
    comments: [],
    dri: null,
    handOver: null,
    asks: null,
    needs: null,
    pushedBack: null,
    spikeScope: null,
    confidential: false,
    reopened: false,
  }
  for (const note of notes) take(line, note)
  return line
}

/** A note below an issue: a fact of it, or a comment on it, as `handle: words`. */
function take(line: Line, note: string): void {
  const [key = '', content = ''] = [note.split(': ', 1)[0], note.slice(note.indexOf(': ') + 2)]
  if (note === 'confidential') line.confidential = true
  else if (note === 'reopened') line.reopened = true
  else if (/^\w+::\w+$/.test(note)) line.labels.push(note)
  else if (key === 'dri') line.dri = content
  else if (key === 'pushed back') line.pushedBack = content
  else if (key === 'spike') line.spikeScope = content
  else if (key.startsWith('to ')) line.handOver = { to: key.slice(3), context: content }
  else if (key.startsWith('asks ')) line.asks = { to: key.slice(5), context: content }
  else if (key === 'needs') {
    const [need = '', from = ''] = content.split(', from ')
    line.needs = { need, from }
  } else line.comments.push({ by: key, body: content })
}

function typeOf(word: string): WorkType | null {
  if (word === 'bug' || word === 'maintenance' || word === 'feature') return word
  return null
}
