'use client'

import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { IssueLink } from '#components/milestone-overview/issue-link.tsx'
import { Nothing, Panel } from '#components/milestone-overview/panel.tsx'
import { cx } from '#components/ui/cx.ts'
import type { MilestoneSayDo, SayDoItem } from '#lib/contract/say-do.ts'

import { PartLink } from './part-link.tsx'
import { issues, reasonText, slippedTitle } from './say-do-text.ts'

type Props = { group: string; view: MilestoneSayDo; className?: string }

/** What was said and not done: why, how often so far, and where it went. In a milestone that runs, what is left. */
export function Slipped({ group, view, className = '' }: Props) {
  const { milestone, items, sums, left } = view
  const own = new Set(left ? left.open : view.slipped)
  const rows = items.filter(({ ref }) => own.has(ref))
  const count = left ? left.sum.count : sums.slipped.count
  const hidden = count - rows.length
  const [isOpen, setOpen] = useState(false)
  const more = rows.length - FIRST
  const gone = left?.gone.length ?? 0
  const notes = [
    ...(gone > 0 ? [`${issues(gone)} taken off or closed without being done`] : []),
    ...(hidden > 0 && rows.length > 0 ? [`${hidden} not shown`] : []),
  ]
  return (
    <Panel
      heading={left ? `${issues(count)} left` : slippedTitle(count)}
      side={
        count > 0 && (
          <PartLink
            part={left ? 'open' : 'slipped'}
            of={milestone.slug}
            className="text-xs text-ink-2 underline underline-offset-2"
          >
            Show as a list
          </PartLink>
        )
      }
      className={className}
    >
      {rows.length === 0 ? (
        <Nothing>
          {left
            ? 'All that was assigned is done.'
            : count > 0
              ? `${issues(count)} not shown.`
              : 'All that was assigned was kept.'}
        </Nothing>
      ) : (
        <table aria-label={left ? 'Left' : 'Slipped issues'} className="w-full text-sm max-sm:block">
          <thead className="text-left text-xs text-ink-3 max-sm:sr-only">
            <tr className="border-b border-line">
              {['Issue', left ? 'Came' : 'Reason', ...(left ? [] : ['Went to']), 'Weight', 'Slips'].map(
                (head) => (
                  <th
                    key={head}
                    scope="col"
                    className={`px-2 py-1.5 font-medium whitespace-nowrap first:pl-3.5 last:pr-3.5 ${NUMBERS.has(head) ? 'text-right' : ''}`}
                  >
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {rows.map((item, at) => (
              <Line
                key={item.ref}
                group={group}
                item={item}
                runs={left !== null}
                isFolded={!isOpen && at >= FIRST && more > 1}
              />
            ))}
          </tbody>
        </table>
      )}
      {more > 1 && !isOpen && (
        <Button
          kind="quiet"
          size="sm"
          className="mx-2 my-1.5 self-start no-print"
          onClick={() => setOpen(true)}
        >
          Show {more} more
        </Button>
      )}
      {notes.length > 0 && (
        <p className="num mt-auto border-t border-line px-3.5 py-2 text-xs text-pretty text-ink-3">
          {notes.join(' · ')}
        </p>
      )}
    </Panel>
  )
}

/** So many are shown unasked; paper has all of them. */
const FIRST = 10
const NUMBERS: ReadonlySet<string> = new Set(['Weight', 'Slips'])
const CELL = 'px-2 py-1.5 align-top max-sm:inline-block max-sm:py-0.5 max-sm:first:pl-3.5'

type LineProps = { group: string; item: SayDoItem; runs: boolean; isFolded: boolean }

function Line({ group, item, runs, isFolded }: LineProps) {
  const { weight, slips, destination, atStart } = item
  return (
    <tr
      className={cx(
        'border-b border-line last:border-b-0',
        isFolded ? 'hidden print:table-row' : 'max-sm:block max-sm:py-1.5',
      )}
    >
      <th
        scope="row"
        className="py-1.5 pr-2 pl-3.5 text-left align-top font-normal text-pretty wrap-anywhere max-sm:block max-sm:py-0.5"
      >
        <IssueLink group={group} issue={item} />
      </th>
      <td className={`${CELL} text-pretty text-ink-2 wrap-anywhere max-sm:pl-3.5 sm:min-w-40`}>
        {runs ? (atStart ? 'at the start' : 'later') : reasonText(item)}
      </td>
      {!runs && (
        <td className={`${CELL} text-ink-2`}>
          {destination ? (
            <bdi>{destination.title ?? 'no milestone'}</bdi>
          ) : (
            <span className="text-ink-3">–</span>
          )}
        </td>
      )}
      <Number label="weight" value={weight} />
      <Number label="slips" value={slips} />
    </tr>
  )
}

const Number = ({ label, value }: { label: string; value: number | null }) => (
  <td className={`${CELL} num text-right last:pr-3.5`}>
    <span className="mr-1 text-xs text-ink-3 sm:sr-only">{label}</span>
    {value ?? '–'}
  </td>
)
