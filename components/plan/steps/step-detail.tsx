'use client'

import Link from 'next/link'
import { useState } from 'react'

import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { Button } from '#components/ui/button.tsx'
import { dayIn, dayMonth } from '#components/ui/days/days.ts'
import { useGroup } from '#components/shell/use-group.ts'
import type { Plan, PlanStep } from '#lib/contract/plan.ts'

import { StepNote } from './step-note.tsx'
import { hrefOfMissing, waysOf } from './step-ways.ts'
import type { PlanAct } from './step-ways.ts'

type Props = {
  group: string
  view: Plan
  lookups: Lookups
  step: PlanStep
  mayNote: boolean
  actFor: (act: PlanAct) => (() => void) | null
}

const LINK = 'font-medium text-accent underline underline-offset-2'

/** A step opened: its sentence of the handbook, what is missing, its note, and how it is done from here. */
export function StepDetail({ group, view, lookups, step, mayNote, actFor }: Props) {
  const { zone } = useGroup(group)
  const [isWriting, setWriting] = useState(false)
  const { sentence, missing, more, note } = step
  const ways = waysOf({ group, view }, step)
  return (
    <div className="flex flex-col gap-2 pt-1.5 text-xs">
      <q className="text-pretty text-ink-3">{sentence}</q>
      {missing.length > 0 && (
        <ul aria-label="Missing" className="flex flex-col gap-1">
          {missing.map((one) => {
            const href = hrefOfMissing({ group, view }, one)
            const who = one.person === null ? '' : ` · ${nameOf(one.person, lookups)}`
            return (
              <li
                key={`${one.to} ${one.ref} ${one.person} ${one.text}`}
                className="text-pretty wrap-anywhere"
              >
                {href ? (
                  <Link
                    href={href}
                    prefetch={false}
                    className="underline underline-offset-2 hover:text-accent"
                  >
                    <bdi>{one.text}</bdi>
                  </Link>
                ) : (
                  <bdi>{one.text}</bdi>
                )}
                <span className="text-ink-3">{who}</span>
              </li>
            )
          })}
        </ul>
      )}
      {more > 0 && <p className="num text-ink-3">And {more} more.</p>}
      {isWriting ? (
        <StepNote
          group={group}
          milestone={view.milestone.slug}
          step={step}
          onClose={() => setWriting(false)}
        />
      ) : (
        note && (
          <p className="text-pretty wrap-anywhere">
            <span dir="auto" className="whitespace-pre-line">
              {note.body}
            </span>{' '}
            <span className="num text-ink-3">
              <bdi>{note.byName}</bdi>, {dayMonth(dayIn(zone, note.at))}
            </span>
          </p>
        )
      )}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {ways.map((way) => {
          if ('href' in way) {
            return (
              <Link key={way.label} href={way.href} prefetch={false} className={LINK}>
                {way.label}
              </Link>
            )
          }
          const act = actFor(way.act)
          return (
            act && (
              <button key={way.label} type="button" onClick={act} className={`tap ${LINK}`}>
                {way.label}
              </button>
            )
          )
        })}
        {mayNote && !isWriting && (
          <Button size="sm" kind="quiet" className="-ml-2" onClick={() => setWriting(true)}>
            {note ? 'Edit note' : 'Add note'}
          </Button>
        )}
      </p>
    </div>
  )
}
