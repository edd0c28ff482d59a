import type { MilestoneSayDo, SayDoSeries } from '#lib/contract/say-do.ts'
import { DEFINITIONS } from '#lib/domain/say-do/definitions.ts'
import { PARTS } from '#lib/domain/say-do/parts.ts'

import { partName } from './say-do-text.ts'

/** What a figure of the page is made of, as the address names it. */
export type ListAsked = { part: string; of: string }

/** “completed@19.6”, “at_start.done@19.6”, “reason.blocked@all”. */
export const listName = ({ part, of }: ListAsked): string => `${part}@${of}`

export type IssueList = {
  title: string
  /** As the figure says: of the group, also what the reader may not see. */
  count: number
  weight: number | null
  /** What the reader may see: an issue in the milestone in which it counts. */
  entries: readonly { ref: number; milestone: string }[]
}

/** The issues behind a figure; null for a name that no figure has. */
export function listNamed(name: string, series: SayDoSeries, view: MilestoneSayDo): IssueList | null {
  const [part = '', of = ''] = name.split('@')
  const [kind = '', which] = part.split('.')
  if (which === undefined) return partList(kind, of, series, view)
  return kind === 'reason' ? reasonList(which, series) : definitionList(kind, which, of, view)
}

/** As the chart has it; of a milestone that is not in the chart, as the page has it. */
function partList(
  kind: string,
  of: string,
  { milestones }: SayDoSeries,
  view: MilestoneSayDo,
): IssueList | null {
  const part = PARTS.find((one) => one === kind)
  const charted = milestones.find(({ milestone }) => milestone.slug === of)
  if (!part) return kind === 'open' && of === view.milestone.slug ? openList(view) : null
  if (charted) {
    const { refs, count, weight } = charted.parts[part]
    return {
      title: titleOf(charted.milestone.title, partName(part, charted.runs)),
      count,
      weight,
      entries: inMilestone(refs, of),
    }
  }
  if (of !== view.milestone.slug) return null
  const { count, weight } = view.sums[part]
  return {
    title: titleOf(view.milestone.title, partName(part, view.phase !== 'over')),
    count,
    weight,
    entries: inMilestone(view[part], of),
  }
}

function openList({ milestone, left }: MilestoneSayDo): IssueList | null {
  if (!left) return null
  return {
    title: titleOf(milestone.title, 'left'),
    count: left.sum.count,
    weight: left.sum.weight,
    entries: inMilestone(left.open, milestone.slug),
  }
}

function definitionList(name: string, which: string, of: string, view: MilestoneSayDo): IssueList | null {
  const definition = view.definitions.find((one) => one.name === DEFINITIONS.find((known) => known === name))
  if (!definition || of !== view.milestone.slug || (which !== 'said' && which !== 'done')) return null
  const isWeight = definition.name === 'by_weight'
  const refs = definition.issues[which]
  return {
    title: titleOf(view.milestone.title, `${definition.title}, ${which}`),
    count: isWeight ? view.sums[which === 'done' ? 'completed' : 'assigned'].count : definition[which],
    weight: isWeight ? definition[which] : null,
    entries: inMilestone(refs, of),
  }
}

function reasonList(which: string, { reasons }: SayDoSeries): IssueList | null {
  const found = reasons.find(({ reason }) => (reason ?? 'none') === which)
  if (!found) return null
  const { title, count, weight, issues } = found
  return { title: titleOf('Slipped', title), count, weight, entries: issues }
}

const titleOf = (of: string, what: string): string => `${of} · ${what}`
const inMilestone = (refs: readonly number[], milestone: string) => refs.map((ref) => ({ ref, milestone }))
