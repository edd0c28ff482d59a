import type { ReactNode } from 'react'

import { faceOf, labelsOf, valueOf } from '#components/lookups/card-names.ts'
import type { Lookups } from '#components/lookups/card-names.ts'
import { COLUMNS_OF_FACTS, factCell } from '#components/issues/facts/columns.tsx'
import { AskedMark } from '#components/hand-overs/asked-mark.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { dayIn, dayMonth, dayMonthYear } from '#components/ui/days/days.ts'
import { LabelTag, TypeTag, Weight } from '#components/ui/tag.tsx'
import { SORTS } from '#lib/contract/issue-lists.ts'
import type { ListColumn, ListRow, Sort } from '#lib/contract/issue-lists.ts'
import { isFact } from '#lib/domain/facts/names.ts'
import type { FactName } from '#lib/domain/facts/names.ts'
import { closeReasonTitle } from '#lib/domain/issues.ts'
import { typeOf } from '#lib/domain/labels.ts'

/** What the cells of a list look their words up in. */
export type CellNames = Lookups & { milestones: ReadonlyMap<string, string>; zone: string }

const TITLES: Record<Exclude<ListColumn, FactName>, string> = {
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
  created: 'Created',
  updated: 'Updated',
  closed: 'Closed',
}

export const columnTitle = (column: ListColumn): string =>
  isFact(column) ? COLUMNS_OF_FACTS[column].title : TITLES[column]

export const sortOf = (column: ListColumn): Sort | null => SORTS.find((sort) => sort === column) ?? null

/** What stands in a cell, the title apart, which is a link. */
export function cellOf(row: ListRow, column: Exclude<ListColumn, 'title'>, names: CellNames): ReactNode {
  switch (column) {
    case 'number':
      return <span className="num text-xs text-ink-3">#{row.ref}</span>
    case 'state':
      return row.state
    case 'reason':
      return row.closeReason && closeReasonTitle(row.closeReason)
    case 'type': {
      const type = typeOf(labelsOf(row, names))
      return type && <TypeTag type={type} />
    }
    case 'workflow': {
      const state = labelsOf(row, names).find(({ meaning }) => meaning?.startsWith('workflow.'))
      return state && <LabelTag title={valueOf(state.title)} hue={state.hue} wraps />
    }
    case 'labels':
      return labelsOf(row, names)
        .filter(({ meaning }) => !(meaning?.startsWith('workflow.') ?? false) && meaning !== 'group')
        .map(({ id, title, hue }) => <LabelTag key={id} title={title} hue={hue} />)
    case 'milestone':
      return plain(row.milestone && (names.milestones.get(row.milestone) ?? row.milestone))
    case 'epic':
      return plain(row.epic === null ? null : (names.epics.get(row.epic)?.title ?? `&${row.epic}`))
    case 'team':
      return plain(row.team && (names.teams.get(row.team)?.name ?? row.team))
    case 'weight':
      return <Weight weight={row.weight} />
    case 'dri':
      return (
        row.dri && (
          <>
            {person(row.dri, names, 'dri')}
            {row.offeredTo !== null && <AskedMark face={faceOf(row.offeredTo, names)} />}
          </>
        )
      )
    case 'author':
      return row.author && person(row.author, names)
    case 'assignees':
      return row.assignees.map((handle) => <Avatar key={handle} face={faceOf(handle, names)} size="sm" />)
    case 'created':
      return day(row.createdAt, names.zone)
    case 'updated':
      return day(row.updatedAt, names.zone)
    case 'closed':
      return row.closedAt && day(row.closedAt, names.zone)
    default:
      return factCell(column, row[column])
  }
}

const plain = (text: string | null | undefined) =>
  text && (
    <span dir="auto" className="line-clamp-2 text-left leading-[16px] whitespace-normal">
      {text}
    </span>
  )

function person(handle: string, names: Lookups, as?: 'dri') {
  const face = faceOf(handle, names)
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
