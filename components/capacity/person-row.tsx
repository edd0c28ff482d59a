'use client'

import Link from 'next/link'
import { memo } from 'react'

import { Avatar } from '#components/ui/avatar.tsx'
import type { CapacityRow } from '#lib/contract/capacity.ts'
import { figure } from '#lib/domain/capacity/text.ts'
import { personLink } from '#lib/kit/links.ts'

import { days, emptyText } from './capacity-text.ts'
import { CellFace } from './cell-face.tsx'
import { type GridLine, GridRow } from './grid-row.tsx'

type Props = GridLine & {
  group: string
  row: CapacityRow
  /** What is special about the line, such as triage in it. */
  notes: string
}

/** The line of a person in a team. It is drawn anew only when its own figures change, for there may be hundreds. */
export const PersonRow = memo(function PersonRow({ group, row, notes, ...line }: Props) {
  const { person, name, team, weeks, weight } = row
  return (
    <GridRow
      {...line}
      look="person"
      place={{ team, person }}
      name={name}
      head={
        <>
          <Avatar face={{ handle: person, name }} silent />
          <span className="min-w-0 leading-tight">
            <Link
              href={personLink(group, person)}
              prefetch={false}
              tabIndex={-1}
              className="tap font-medium hover:underline"
            >
              <bdi>{name}</bdi>
            </Link>{' '}
            {notes && <span className="num text-xs text-ink-3">{notes}</span>}
          </span>
        </>
      }
      cells={weeks.map(cellOf)}
      weight={figure(weight)}
      load={row}
    />
  )
})

const cellOf = (week: CapacityRow['weeks'][number]) => ({
  week: week.weekOn,
  spoken: [emptyText(week) ?? days(week.availableDays), week.overridden.length > 0 && 'overridden']
    .filter(Boolean)
    .join(', '),
  face: <CellFace week={week} />,
})
