import { slipText } from '../closing/reasons.ts'
import { confidenceWords } from '../confidence.ts'
import { waitText } from '../hands.ts'
import type { ActionState } from './actions.ts'
import type { ActionFact, RetrospectiveFacts } from './facts.ts'
import { monthName } from './months.ts'
import { POINT_KINDS, POINT_TITLES, type PointKind } from './retrospectives.ts'

const issues = (count: number) => `${count} ${count === 1 ? 'issue' : 'issues'}`

/** “9 of 11 shipped in 19.6, 2 slipped.”: what the month came to, in one line; null before any milestone of it is over. */
export function headline({ milestones }: Pick<RetrospectiveFacts, 'milestones'>): string | null {
  const settled = milestones.filter((one) => one.settled)
  if (settled.length === 0) return null
  return settled
    .map(({ title, completed, assigned, reprioritised }) => {
      const slipped = assigned - completed - reprioritised
      const rest = slipped === 0 ? '' : `, ${slipped} slipped`
      return assigned === 0
        ? `Nothing was assigned in ${title}.`
        : `${completed} of ${assigned} shipped in ${title}${rest}.`
    })
    .join(' ')
}

export const helpText = ({ raised, medianMinutes }: RetrospectiveFacts['help']): string =>
  raised === 0
    ? 'No hand was raised'
    : medianMinutes === null
      ? `${raised} ${raised === 1 ? 'hand' : 'hands'} raised`
      : `Help came within ${waitText(medianMinutes)} at the median`

export const countText = (happened: number, expected: number | null): string =>
  expected === null ? String(happened) : `${happened} of ${expected}`

export const STATE_WORDS: Record<ActionState, string> = { open: 'open', done: 'done', dropped: 'dropped' }

type Said = {
  kind: PointKind
  text: string
  votes: number
  by: { name: string }
  to: { name: string } | null
}
type Written = {
  month: string
  points: readonly Said[]
  actions: readonly ActionFact[]
  table: RetrospectiveFacts
}

/** The minutes as Markdown; `linkOf` gives the address of an issue. */
export function minutesAsMarkdown(
  { month, points, actions, table }: Written,
  linkOf: (ref: number) => string,
): string {
  const parts = [
    `# Retrospective, ${monthName(month)}`,
    headline(table),
    ...table.milestones.map(({ title, slipped }) =>
      section(
        `Slipped from ${title}`,
        slipped.map(
          ({ ref, title: name, reason, text }) =>
            `[#${ref} ${name}](${linkOf(ref)}): ${slipText(reason, text)}`,
        ),
      ),
    ),
    section(
      'Push-backs decided',
      table.pushBacks.map(({ title, state, reason }) => `${title}: ${state}. ${reason}`),
    ),
    section('Cadence', [
      ...table.cadence.map(
        ({ activity, happened, expected }) => `${activity}: ${countText(happened, expected)}`,
      ),
      helpText(table.help),
      ...table.calibration
        .filter(({ said }) => said > 0)
        .map(
          ({ confidence, said, shipped }) =>
            `${confidenceWords(confidence)} in week 2: ${shipped} of ${issues(said)} shipped`,
        ),
    ]),
    ...POINT_KINDS.map((kind) =>
      section(
        POINT_TITLES[kind],
        points.filter((one) => one.kind === kind).map((one) => pointLine(one)),
      ),
    ),
    section(
      'Actions',
      actions.map(({ text, owner, dueOn, state }) => {
        const box = state === 'done' ? '[x]' : '[ ]'
        return `${box} ${text} (${owner.name}, due ${dueOn}${state === 'dropped' ? ', dropped' : ''})`
      }),
    ),
  ]
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`
}

const section = (title: string, lines: readonly string[]): string | null =>
  lines.length === 0 ? null : `## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`

const pointLine = ({ kind, text, votes, by, to }: Said): string => {
  const flat = text.replaceAll(/\s*\n\s*/g, ' ')
  if (kind === 'thanks' && to) return `${to.name}: ${flat} (from ${by.name})`
  return votes === 0 ? flat : `${flat} (${votes} ${votes === 1 ? 'vote' : 'votes'})`
}
