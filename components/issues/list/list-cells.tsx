import type { ReactNode } from 'react'

import { faceOf, labelsOf, valueOf } from '#components/lookups/card-names.ts'
import type { Dictionaries } from '#components/lookups/card-names.ts'
import { AskedMark } from '#components/hand-overs/asked-mark.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { dayIn, dayMonth, dayMonthYear } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { LabelTag, TypeTag, Weight } from '#components/ui/tag.tsx'
import { SORTS } from '#lib/contract/issue-lists.ts'
import type { ListColumn, ListRow, Sort } from '#lib/contract/issue-lists.ts'
import { closeReasonTitle, HEALTHS, healthTitle } from '#lib/domain/issues.ts'
import { typeOf } from '#lib/domain/labels.ts'

/** What the cells of a list look their words up in. */
export type CellWords = Dictionaries & { milestones: ReadonlyMap<string, string>; zone: string }

export const COLUMN_TITLES: Record<ListColumn, string> = {
  number: 'Number',
  title: 'Title',
  state: 'State',
  reason: 'Closed as',
  type: 'Type',
  workflow: 'Workflow',
  labels: 'Labels',
  milestone: 'Milestone',
  epic: 'Epic',
  team: 'Team',
  weight: 'Weight',
  dri: 'DRI',
  assignees: 'Assignees',
  author: 'Author',
  health: 'Health',
  due: 'Due',
  confidential: 'Confidential',
  created: 'Created',
  updated: 'Updated',
  closed: 'Closed',
}

/** In pixels: the least that a column is read in, and what it takes where there is room. */
const WIDTHS: Record<Exclude<ListColumn, 'title'>, readonly [least: number, most: number]> = {
  number: [54, 84],
  state: [62, 70],
  reason: [84, 92],
  type: [94, 108],
  workflow: [160, 176],
  labels: [120, 220],
  milestone: [72, 92],
  epic: [110, 180],
  team: [100, 150],
  weight: [58, 72],
  dri: [46, 148],
  assignees: [84, 104],
  author: [48, 148],
  health: [92, 128],
  due: [84, 96],
  confidential: [92, 104],
  created: [66, 96],
  updated: [66, 96],
  closed: [66, 96],
}
const CHECK = 42
/** What a line holds before its first words, so that they begin where the title of the page does. */
const EDGE = 14
const LEAST_TITLE = 180
/** Up to here the title is given room before any other column is. */
const GOOD_TITLE = 400

/** As `grid-template-columns` takes it, and the least width in which nothing falls off; `checks` where lines are selected. */
export function gridOf(columns: readonly ListColumn[], checks: boolean): { template: string; least: number } {
  const others = columns.flatMap((column, at) => {
    if (column === 'title') return []
    const edge = at === 0 && !checks ? EDGE : 0
    const [least, most] = WIDTHS[column]
    return [{ column, least: least + edge, most: most + edge }]
  })
  const rest = others.reduce((sum, { least }) => sum + least, checks ? CHECK : 0)
  const title = `minmax(clamp(${LEAST_TITLE}px,100% - ${rest}px,${GOOD_TITLE}px),1fr)`
  const tracks = columns.map((column) => {
    const other = others.find((one) => one.column === column)
    return other ? `minmax(${other.least}px,${other.most}px)` : title
  })
  return {
    template: [...(checks ? [`${CHECK}px`] : []), ...tracks].join(' '),
    least: rest + (columns.includes('title') ? LEAST_TITLE : 0),
  }
}

export const sortOf = (column: ListColumn): Sort | null => SORTS.find((sort) => sort === column) ?? null

/** What stands in a cell, the title apart, which is a link. */
export function cellOf(row: ListRow, column: Exclude<ListColumn, 'title'>, words: CellWords): ReactNode {
  switch (column) {
    case 'number':
      return <span className="num text-xs text-ink-3">#{row.ref}</span>
    case 'state':
      return row.state
    case 'reason':
      return row.closeReason && closeReasonTitle(row.closeReason)
    case 'type': {
      const type = typeOf(labelsOf(row, words))
      return type && <TypeTag type={type} />
    }
    case 'workflow': {
      const state = labelsOf(row, words).find(({ meaning }) => meaning?.startsWith('workflow.'))
      return state && <LabelTag title={valueOf(state.title)} hue={state.hue} />
    }
    case 'labels':
      return labelsOf(row, words)
        .filter(({ meaning }) => !(meaning?.startsWith('workflow.') ?? false) && meaning !== 'group')
        .map(({ id, title, hue }) => <LabelTag key={id} title={title} hue={hue} />)
    case 'milestone':
      return plain(row.milestone && (words.milestones.get(row.milestone) ?? row.milestone))
    case 'epic':
      return plain(row.epic === null ? null : (words.epics.get(row.epic)?.title ?? `&${row.epic}`))
    case 'team':
      return plain(row.team && (words.teams.get(row.team)?.name ?? row.team))
    case 'weight':
      return <Weight weight={row.weight} />
    case 'dri':
      return (
        row.dri && (
          <>
            {person(row.dri, words, 'dri')}
            {row.offeredTo !== null && <AskedMark face={faceOf(row.offeredTo, words)} />}
          </>
        )
      )
    case 'author':
      return row.author && person(row.author, words)
    case 'assignees':
      return row.assignees.map((handle) => <Avatar key={handle} face={faceOf(handle, words)} size="sm" />)
    case 'health': {
      const health = HEALTHS.find((one) => one === row.health)
      return plain(health && healthTitle(health))
    }
    case 'due':
      return row.due && <span className="num text-xs">{dayMonthYear(row.due)}</span>
    case 'confidential':
      return (
        row.confidential && (
          <>
            <Icon name="lock" className="size-3.5 text-ink-3" />
            yes
          </>
        )
      )
    case 'created':
      return day(row.createdAt, words.zone)
    case 'updated':
      return day(row.updatedAt, words.zone)
    case 'closed':
      return row.closedAt && day(row.closedAt, words.zone)
  }
}

const plain = (text: string | null | undefined) =>
  text && <span className="line-clamp-2 leading-[16px] whitespace-normal">{text}</span>

function person(handle: string, words: Dictionaries, as?: 'dri') {
  const face = faceOf(handle, words)
  return (
    <>
      <Avatar face={face} size="sm" silent {...(as ? { as } : {})} />
      <span dir="auto" className="truncate @max-[90px]:sr-only">
        {face.name}
      </span>
    </>
  )
}

function day(instant: string, zone: string) {
  const on = dayIn(zone, instant)
  return (
    <time dateTime={instant} className="num text-xs text-ink-2" data-tip={dayMonthYear(on)}>
      {dayMonth(on)}
    </time>
  )
}
