import type { PlainDate } from '#lib/kit/plain-date.ts'

import { linesOf } from './prose.ts'
import { stateTitle } from './workflow.ts'
import type { State } from './workflow.ts'

/** What the record knows of the work that is handed over. Texts are as people wrote them; days are the group's. */
export type WorkRecord = {
  /** Whose work it was, by name. */
  dri: string
  description: string
  state: State | null
  since: PlainDate | null
  blocked: { need: string; from: string } | null
  /** What the DRI said here, the oldest first. */
  comments: readonly { on: PlainDate; body: string }[]
  /** Issues that are open still. */
  waitsFor: readonly Named[]
  holdsUp: readonly Named[]
  /** Handles of those whom the DRI asked something and who have not answered. */
  unanswered: readonly string[]
}
type Named = { ref: number; title: string }

const LAST_WORDS = 2
const OPEN_TASKS = 5
const OTHER_ISSUES = 8
const OTHER_PEOPLE = 8
/** In characters: enough to know which comment it was. */
const QUOTE = 200

/**
 * Handbook › DRIs: "with enough context handed over that the new DRI isn't starting from scratch". A beginning, proposed
 * from the record in Markdown, for the outgoing DRI to correct: what is done, what is open, the next step.
 */
export function proposedPackage(record: WorkRecord): string {
  const tasks = openTasks(record.description)
  return [
    part('Done so far', done(record)),
    part('Open threads', open(record, tasks)),
    part('Next step', [nextStep(record, tasks)]),
  ].join('\n\n')
}

const part = (title: string, lines: readonly string[]) =>
  `${title}:\n${lines.map((line) => `- ${line}`).join('\n')}`

function done({ dri, state, since, comments }: WorkRecord): string[] {
  const last = comments
    .filter(({ body }) => body.trim() !== '')
    .slice(-LAST_WORDS)
    .map(({ on, body }) => `${dri} on ${on}: “${quoted(body)}”`)
  if (state === null) return ['It has no workflow state.', ...last]
  return [`It is in the state “${stateTitle(state)}”${since ? ` since ${since}` : ''}.`, ...last]
}

function open({ blocked, waitsFor, holdsUp, unanswered }: WorkRecord, tasks: readonly string[]): string[] {
  const lines = [
    ...(blocked ? [`It is blocked: ${needed(blocked)}`] : []),
    ...waitsFor.slice(0, OTHER_ISSUES).map(({ ref, title }) => `Blocked by #${ref} ${title}`),
    ...holdsUp.slice(0, OTHER_ISSUES).map(({ ref, title }) => `#${ref} ${title} is blocked by this issue`),
    ...unanswered.slice(0, OTHER_PEOPLE).map((handle) => `@${handle} was asked here and has not answered.`),
    ...tasks.slice(0, OPEN_TASKS).map((task) => `To do: ${task}`),
  ]
  return lines.length > 0 ? lines : ['Nothing recorded.']
}

function needed({ need, from }: { need: string; from: string }): string {
  if (need === '') return from === '' ? 'the reason is not set.' : `on ${from}.`
  return from === '' ? need : `${need}, from ${from}.`
}

type EpicRecord = {
  description: string
  progress: { open: number; done: number; weight: number; weightDone: number; unweighted: number }
}

/** The same of an epic, whose issues are its scope: how far they are, and what its text leaves open. */
export function proposedEpicPackage({ description, progress }: EpicRecord): string {
  const { open: left, done: closed, weight, weightDone, unweighted } = progress
  const tasks = openTasks(description)
  const lines = [
    ...(left > 0 ? [`Open issues: ${left}`] : []),
    ...(unweighted > 0 ? [`Without a weight: ${unweighted}`] : []),
    ...tasks.slice(0, OPEN_TASKS).map((task) => `To do: ${task}`),
  ]
  return [
    part('Done so far', [
      `${closed} of ${left + closed} issues are done, weight ${weightDone} of ${weight}.`,
    ]),
    part('Open threads', lines.length > 0 ? lines : ['Nothing recorded.']),
    part('Next step', [tasks[0] ?? 'Go through the open issues, and add what is missing.']),
  ].join('\n\n')
}

/** By the state of the flow, where neither a blocker nor a task says it better. */
const STEPS: Partial<Record<State, string>> = {
  'ready-for-development': 'Start on it.',
  'in-dev': 'Finish the open work, then ask for a review.',
  'in-review': 'Complete the review.',
  verification: 'Verify it in production.',
  'awaiting-security-release': 'See it through the security release.',
}

function nextStep({ state, blocked, waitsFor }: WorkRecord, tasks: readonly string[]): string {
  if (blocked) return 'Ask for the status of the blocker.'
  const [first] = waitsFor
  if (first) return `Ask for the status of #${first.ref}.`
  return tasks[0] ?? ((state && STEPS[state]) || 'Read it, and move it to the next state.')
}

/** Unticked tasks of a text, outside of code. */
const openTasks = (description: string): string[] =>
  linesOf(description).flatMap(({ text, words }) => {
    const task = /^\s*[-*+] \[ \] +(\S.*)$/.exec(text)?.[1]
    return task && words.trim() !== '' ? [quoted(task)] : []
  })

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > QUOTE ? `${line.slice(0, QUOTE).trimEnd()}…` : line
}
