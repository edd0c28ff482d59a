import { boardLink, epicLink, issueLink } from '#lib/kit/links.ts'
import { plain, table } from '#lib/kit/markdown/table.ts'

import { type BlockName, type PlanningBlocks, segmentsOf } from './blocks.ts'

/** Where a text is read: in the product names lead by themselves, elsewhere each is a link. */
export type Reading = { group: string; origin: string | null }

/** A planning issue as it is pasted elsewhere: what stands in the place of each block is written out. */
export function withBlocks(text: string, blocks: PlanningBlocks, where: Reading): string {
  return segmentsOf(text)
    .map((segment) => {
      if (segment.kind === 'text') return segment.text.trim()
      return segment.kind === 'block' ? blockMarkdown(segment.name, blocks, where) : segment.line
    })
    .join('\n\n')
    .concat('\n')
}

/** Handbook › Capacity Planning: "The EM posts the team capacity and DRIs on the planning issue." */
export const capacityPost = (blocks: PlanningBlocks, group: string): string =>
  [
    `### Team capacity, ${plain(blocks.milestone.title)}`,
    blockMarkdown('capacity', blocks, { group, origin: null }),
    '### Deliverables and DRIs',
    blockMarkdown('deliverables', blocks, { group, origin: null }),
  ].join('\n\n')

/** One block in GitLab Flavored Markdown, without a line end behind it. */
export function blockMarkdown(name: BlockName, blocks: PlanningBlocks, where: Reading): string {
  return { milestone, boards, goals, priorities, capacity, deliverables }[name](blocks, where)
}

type Write = (blocks: PlanningBlocks, where: Reading) => string

const milestone: Write = ({ milestone: { title, startOn, dueOn, workingDays } }) =>
  `%"${title}", ${startOn} to ${dueOn}, ${workingDays} working ${workingDays === 1 ? 'day' : 'days'}`

const boards: Write = ({ boards: all }, { group, origin }) => {
  if (all.length === 0) return 'No boards yet.'
  const links = all.map(({ slug, title, milestone: of }) => {
    const path = boardLink(group, slug, of === null ? {} : { milestone: of })
    return `[${plain(title)}](${origin ?? ''}${path})`
  })
  return `Boards: ${links.join(', ')}`
}

const goals: Write = ({ goals: text }) => text.trim() || 'No goals yet.'

const priorities: Write = ({ priorities: { rows, notShown } }, where) => {
  if (rows.length === 0 && notShown === 0) return 'No priorities yet.'
  const lines = rows.map(({ kind, number, title, teams, goal, dri, status }, at) => [
    String(at + 1),
    named(kind, number, title, where),
    teams.map(({ name }) => plain(name)).join(', '),
    plain(goal),
    person(dri),
    plain(status),
  ])
  return table([['#', 'right'], 'Work', 'Teams', 'Goal', 'DRI', 'Status'], lines) + hidden(notShown)
}

const capacity: Write = ({ capacity: { teams, total, carryOver } }) => {
  if (teams.length === 0) return 'No team has people in these days.'
  const lines = teams.map((team) => [plain(team.name), figure(team.capacity), figure(team.picked)])
  const sum = ['Group', figure(total.capacity), figure(total.picked)].map((cell) => `**${cell}**`)
  const sums = table(['Functional team', ['Capacity', 'right'], ['Picked', 'right']], [...lines, sum])
  return carryOver ? `${sums}\n\nCarry-over from ${plain(carryOver.from)}: ${figure(carryOver.left)}` : sums
}

const deliverables: Write = ({ deliverables: { rows, notShown } }, where) => {
  if (rows.length === 0 && notShown === 0) return 'No Deliverables yet.'
  const lines = rows.map(({ ref, title, team, weight, dri, status }) => [
    named('issue', ref, title, where),
    team === null ? NONE : plain(team),
    weight === null ? NONE : figure(weight),
    person(dri),
    plain(status),
  ])
  return table(['Issue', 'Team', ['Weight', 'right'], 'DRI', 'Status'], lines) + hidden(notShown)
}

const NONE = '–'

const hidden = (count: number): string => (count === 0 ? '' : `\n\n${count} not shown`)

const person = (one: { handle: string } | null): string => (one === null ? NONE : `@${one.handle}`)

function named(kind: 'issue' | 'epic', number: number, title: string, { group, origin }: Reading): string {
  const mark = `${kind === 'epic' ? '&' : '#'}${number}`
  if (origin === null) return `${mark} ${plain(title)}`
  const path = kind === 'epic' ? epicLink(group, number) : issueLink(group, number)
  return `[${mark} ${plain(title)}](${origin}${path})`
}

/** 8, 12.5: one decimal at most. */
const figure = (value: number): string => String(Math.round(value * 10) / 10)
