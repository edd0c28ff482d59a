'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { Section } from '#components/ui/section.tsx'
import { weighCarryOver } from '#lib/contract/capacity.ts'
import type { CapacityView } from '#lib/contract/capacity.ts'
import { issueLink } from '#lib/kit/links.ts'

import { figure } from '#lib/domain/capacity/text.ts'

type Carried = NonNullable<CapacityView['carryOver']>
type Props = { group: string; milestone: string; carryOver: Carried; mayWeigh: boolean }

/** Open Deliverables of the milestone before, counted apart until they are moved: as weighed, and what is left of them. */
export function CarryOver({ group, milestone, carryOver, mayWeigh }: Props) {
  const { from, weight, left, issues, notShown } = carryOver
  const count = issues.length + notShown
  return (
    <Section
      title="Carry-over"
      count={count}
      note={`from ${from}; as weighed ${figure(weight)} · left ${figure(left)}`}
    >
      {count === 0 && <p className="text-ink-3">No Deliverable of {from} is open.</p>}
      {count > 0 && (
        <ul aria-label="Carry-over" className="rounded-lg border border-line bg-surface">
          {issues.map((issue) => (
            <li
              key={issue.ref}
              className="flex items-center gap-3 border-b border-line px-3.5 py-1.5 last:border-b-0 max-sm:flex-wrap"
            >
              <span className="num w-10 flex-none text-xs text-ink-3">#{issue.ref}</span>
              <Link
                href={issueLink(group, issue.ref)}
                prefetch={false}
                className="min-w-0 flex-1 text-pretty hover:underline max-sm:basis-3/4"
              >
                <bdi>{issue.title}</bdi>
              </Link>
              <span className="num flex-none text-xs whitespace-nowrap text-ink-2">
                {issue.weight === null ? 'no weight' : `weighed ${figure(issue.weight)}`}
              </span>
              {mayWeigh ? (
                <Left key={issue.left ?? 'as weighed'} group={group} milestone={milestone} issue={issue} />
              ) : (
                issue.left !== null && <span className="num text-xs">left {figure(issue.left)}</span>
              )}
            </li>
          ))}
          {notShown > 0 && <li className="px-3.5 py-1.5 text-xs text-ink-3">{notShown} not shown</li>}
        </ul>
      )}
    </Section>
  )
}

type LeftProps = { group: string; milestone: string; issue: Carried['issues'][number] }

/** The issue keeps its own weight; empty counts it as weighed. */
function Left({ group, milestone, issue: { ref, left } }: LeftProps) {
  const [typed, setTyped] = useState(left === null ? '' : figure(left))
  const { change, busy } = useBusyChange()
  const wanted = typed.trim() === '' ? null : Number(typed.replace(',', '.'))
  const isChanged = wanted !== left
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isChanged || busy || Number.isNaN(wanted)) return
    void change({
      endpoint: weighCarryOver,
      input: { group, milestone, ref, weight: wanted },
      message: wanted === null ? `#${ref} counts as weighed.` : `${figure(wanted)} is left of #${ref}.`,
    })
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-none items-center gap-1.5 print:hidden">
      <label className="flex items-center gap-1.5 text-xs text-ink-2">
        left
        <input
          aria-label={`Left of #${ref}`}
          inputMode="decimal"
          autoComplete="off"
          placeholder="–"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="num w-12 rounded-xs border border-control bg-surface px-1.5 py-0.5 text-right text-ink pointer-coarse:min-h-9"
        />
      </label>
      {isChanged && (
        <Button size="sm" type="submit" disabledReason={Number.isNaN(wanted) ? 'Enter a number.' : null}>
          Save
        </Button>
      )}
    </form>
  )
}
