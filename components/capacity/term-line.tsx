'use client'

import type { ReactNode } from 'react'

import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { dayIn, dayMonth } from '#components/ui/days/days.ts'
import type { CapacityOverride, CapacityView } from '#lib/contract/capacity.ts'
import type { Term } from '#lib/domain/capacity/terms.ts'
import { figureOf, termTitle } from '#lib/domain/capacity/text.ts'

import type { Line } from './sums.ts'
import { useOverride } from './use-override.ts'

type Props = {
  group: string
  view: CapacityView
  line: Line
  /** Null for those who read it. */
  edit: ((term: Term) => void) | null
  children: ReactNode
}

/** A term of a sum, and who put it there if it was not counted. */
export function TermLine({ group, view, line, edit, children }: Props) {
  const { name, value, term, overrides = [] } = line
  return (
    <li className="flex flex-col gap-1">
      <span className="flex min-h-6 items-center justify-between gap-3">
        <bdi>{name}</bdi>
        <span className="flex items-center gap-1.5 whitespace-nowrap">
          {value}
          {edit && term && (
            <Button
              kind="quiet"
              size="sm"
              aria-label={`Override: ${termTitle(term)}`}
              onClick={() => edit(term)}
              className="px-1 text-2xs"
            >
              Override
            </Button>
          )}
        </span>
      </span>
      {overrides.map((one) => (
        <OverrideNote
          key={`${one.team} ${one.weekOn}`}
          group={group}
          view={view}
          override={one}
          mayRemove={edit !== null}
        />
      ))}
      {children}
    </li>
  )
}

type NoteProps = { group: string; view: CapacityView; override: CapacityOverride; mayRemove: boolean }

function OverrideNote({ group, view, override, mayRemove }: NoteProps) {
  const { person, team, weekOn, term, value, reason, byName, at } = override
  const { zone } = useGroup(group)
  const { override: setOverride, busy } = useOverride()
  const milestone = view.milestone.slug
  const remove = () =>
    setOverride(
      { group, milestone, person, team, weekOn, term, value: null },
      `Removed the override of ${termTitle(term).toLowerCase()}.`,
    )
  return (
    <span className="flex items-start justify-between gap-2 rounded-xs bg-sunken px-1.5 py-1 text-2xs text-ink-2 print:border">
      <span className="min-w-0 text-pretty wrap-anywhere">
        {figureOf(term, value)}
        {weekOn !== null && ` in the week of ${dayMonth(weekOn)}`}, set by {byName} on{' '}
        {dayMonth(dayIn(zone, at))}: {reason}
      </span>
      {mayRemove && (
        <Button
          kind="quiet"
          size="sm"
          aria-label={`Remove override: ${termTitle(term)}`}
          disabledReason={busy ? 'Saving…' : null}
          onClick={() => void remove()}
          className="px-1 text-2xs"
        >
          Remove
        </Button>
      )}
    </span>
  )
}
