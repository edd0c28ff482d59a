'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { FormEvent } from 'react'

import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/dialog.tsx'
import { SelectField, TextArea } from '#components/ui/field.tsx'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { issueLink } from '#lib/kit/links.ts'

import type { Run } from './bulk-entries.ts'
import { counted } from './several.ts'
import type { Progress } from './use-bulk.ts'

type Props = { group: string; progress: Progress; onClose: () => void }

/** How far it is; at the end, what stays as it is and why. */
export function BulkDialog({ group, progress, onClose }: Props) {
  const { total, report, over, trouble } = progress
  const seen = report.done.length + report.refused.length
  const byReason = Map.groupBy(report.refused, ({ because, ref }) => because.replaceAll(`#${ref}`, 'It'))
  return (
    <Dialog title={over ? `${counted(report.done.length)} changed` : 'Changing…'} wide onClose={onClose}>
      {over ? (
        <>
          {trouble && <p className="text-bad">{trouble}</p>}
          {report.refused.length > 0 && (
            <p className="text-ink-2">{counted(report.refused.length)} as before:</p>
          )}
          <ul className="flex flex-col gap-2.5">
            {[...byReason].map(([because, refused]) => (
              <li key={because}>
                <p className="text-pretty">{because}</p>
                <p className="num flex flex-wrap gap-x-2 text-xs">
                  {refused.slice(0, 60).map(({ ref }) => (
                    <Link
                      key={ref}
                      href={issueLink(group, ref)}
                      prefetch={false}
                      className="text-accent underline"
                    >
                      #{ref}
                    </Link>
                  ))}
                  {refused.length > 60 && <span>and {refused.length - 60} more</span>}
                </p>
              </li>
            ))}
          </ul>
          <div className="flex justify-end">
            <Button kind="primary" onClick={onClose}>
              Close
            </Button>
          </div>
        </>
      ) : (
        <>
          <progress className="w-full accent-accent" value={seen} max={total} aria-label="Progress" />
          <output className="num text-ink-2">
            {seen} of {total}. It goes on when you close this.
          </output>
        </>
      )}
    </Dialog>
  )
}

type Person = { handle: string; name: string }
type NameProps = {
  count: string
  people: readonly Person[]
  actor: Actor & { handle: string }
  run: Run
  onClose: () => void
}

/** Handbook › DRIs: "with enough context handed over that the new DRI isn't starting from scratch." */
export function BulkDriDialog({ count, people, actor, run, onClose }: NameProps) {
  // By the EM's word; everybody else asks, for what they drive themselves.
  const atOnce = may(actor, 'assign.others')
  const [handle, setHandle] = useState('')
  const [context, setContext] = useState('')
  const person = people.find((one) => one.handle === handle)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!person) return
    const isGiven = atOnce || person.handle === actor.handle
    run({ what: 'dri', person: person.handle, context: context.trim() }, (changed) =>
      isGiven
        ? `${person.name} is the DRI of ${changed} now.`
        : `Asked ${person.name} to take over ${changed}.`,
    )
  }
  return (
    <Dialog
      title={atOnce ? `Name a DRI for ${count}` : `Hand over ${count}`}
      description={
        atOnce
          ? 'It counts at once; whoever drives one of them now is told.'
          : 'Of those that you drive, you stay the DRI until they accept.'
      }
      onClose={onClose}
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        <SelectField label="DRI" value={handle} onChange={(event) => setHandle(event.target.value)}>
          <option value="">Choose a person</option>
          {people.map((one) => (
            <option key={one.handle} value={one.handle}>
              {one.name}
            </option>
          ))}
        </SelectField>
        <TextArea
          label="Context"
          hint="Needed where somebody drives it already: what is done, what is open, what comes next."
          maxLength={10_000}
          value={context}
          onChange={(event) => setContext(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={person ? null : 'Choose a person first.'}>
            {atOnce ? 'Name the DRI' : 'Ask to take over'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
