'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { FormEvent } from 'react'

import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'
import { DateField, whyNotDay } from '#components/ui/days/date-field.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { DELIVERABLE_STAYS } from '#lib/domain/deliverable.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { issueLink } from '#lib/kit/links.ts'

import type { Run } from './bulk-entries.ts'
import { IssueFinder } from '#components/search/issue-finder.tsx'
import { counted } from '#components/changes/pieces.ts'
import { TAKE_OFF_AND_MOVE } from '#components/commands/next-steps.ts'
import type { Bulk, Progress } from './use-bulk.ts'

type Props = { group: string; progress: Progress; run: Bulk['run']; onClose: () => void }

/** How far it is; at the end, what stays as it is and why. */
export function BulkDialog({ group, progress, run, onClose }: Props) {
  const { total, report, over, trouble } = progress
  const seen = report.done.length + report.refused.length
  const byReason = Map.groupBy(report.refused, ({ because, ref }) => because.replaceAll(`#${ref}`, 'It'))
  return (
    <Dialog title={over ? `${counted(report.done.length)} changed` : 'Changing…'} wide onClose={onClose}>
      {over ? (
        <>
          {trouble && <p className="text-bad">{trouble}</p>}
          {report.refused.length > 0 && (
            <p className="text-ink-2">{counted(report.refused.length)} unchanged:</p>
          )}
          <ul className="flex flex-col gap-2.5">
            {[...byReason].map(([because, refused]) => (
              <li key={because}>
                <p className="text-pretty">{because}</p>
                <Numbers group={group} refs={refused.map(({ ref }) => ref)} />
                {refused.some(({ rule }) => rule === DELIVERABLE_STAYS) && (
                  <TakeOffAndMove refs={refused.map(({ ref }) => ref)} progress={progress} run={run} />
                )}
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
            {seen} of {total}. It continues when you close this.
          </output>
        </>
      )}
    </Dialog>
  )
}

type TakeOffProps = Pick<Props, 'progress' | 'run'> & { refs: readonly number[] }

/** The next step where Deliverables may not go: without the label they may. */
function TakeOffAndMove({ refs, progress: { change, message }, run }: TakeOffProps) {
  if (change.what !== 'milestone' || change.withoutDeliverable) return null
  return (
    <Button
      size="sm"
      className="mt-1.5"
      onClick={() => void run(refs, { ...change, withoutDeliverable: true }, message)}
    >
      {TAKE_OFF_AND_MOVE} {counted(refs.length)}
    </Button>
  )
}

const FEW = 40

/** All of them; when they are many, the rest behind a press. */
function Numbers({ group, refs }: { group: string; refs: readonly number[] }) {
  const [whole, setWhole] = useState(refs.length <= FEW)
  return (
    <p className="num flex flex-wrap gap-x-2 text-xs">
      {(whole ? refs : refs.slice(0, FEW)).map((ref) => (
        <Link key={ref} href={issueLink(group, ref)} prefetch={false} className="text-accent underline">
          #{ref}
        </Link>
      ))}
      {!whole && (
        <button
          type="button"
          className="tap rounded-xs font-medium text-ink-2 underline underline-offset-2 hover:text-ink"
          onClick={() => setWhole(true)}
        >
          Show {refs.length - FEW} more
        </button>
      )}
    </p>
  )
}

type DueProps = { group: string; count: string; onSet: (due: string | null) => void; onClose: () => void }

export function BulkDueDialog({ group, count, onSet, onClose }: DueProps) {
  const [day, setDay] = useState('')
  const { today } = useGroup(group)
  const reason = day === '' ? 'Choose a day first.' : whyNotDay(day)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!reason) onSet(day)
  }
  return (
    <Dialog title={`Due date of ${count}`} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <DateField label="Due date" value={day} today={today} onValue={setDay} />
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={() => onSet(null)}>
            No due date
          </Button>
          <Button kind="primary" type="submit" disabledReason={reason}>
            Set due date
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type OriginalProps = {
  group: string
  count: string
  /** The first of them, which is no duplicate of itself. */
  except: number
  onName: (original: number | null) => void
  onClose: () => void
}

export function BulkOriginalDialog({ group, count, except, onName, onClose }: OriginalProps) {
  return (
    <Dialog title={`The original of ${count}`} onClose={onClose}>
      <IssueFinder
        group={group}
        label="The original"
        except={except}
        deed="Close as duplicate"
        onFind={({ ref }) => onName(ref)}
      />
      <div className="flex justify-end gap-2">
        <CancelButton />
        <Button kind="quiet" onClick={() => onName(null)}>
          Close without original
        </Button>
      </div>
    </Dialog>
  )
}

type SureProps = { count: string; onSure: () => void; onClose: () => void }

/** So many are rarely meant by a slip of the hand, and then it shall not happen. */
export function BulkSureDialog({ count, onSure, onClose }: SureProps) {
  return (
    <Dialog
      title={`Change ${count}?`}
      description="This takes a while. You can undo all of it afterwards."
      onClose={onClose}
    >
      <div className="flex justify-end gap-2">
        <CancelButton />
        <Button kind="primary" onClick={onSure}>
          Change {count}
        </Button>
      </div>
    </Dialog>
  )
}

type Person = { handle: string; name: string }
type NameProps = {
  count: string
  /** Whom the asker has in mind already. */
  to?: string
  people: readonly Person[]
  actor: Actor & { handle: string }
  run: Run
  onClose: () => void
}

/** Handbook › DRIs: "with enough context handed over that the new DRI isn't starting from scratch." */
export function BulkDriDialog({ count, to = '', people, actor, run, onClose }: NameProps) {
  // By the EM's word; everybody else asks, for what they drive themselves.
  const atOnce = may(actor, 'assign.others')
  const [handle, setHandle] = useState(to)
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
          ? 'Takes effect immediately. The current DRIs get a notification.'
          : 'You stay the DRI until the person accepts.'
      }
      onClose={onClose}
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        <ChoiceField
          label="DRI"
          value={handle}
          onValue={setHandle}
          choices={[{ value: '', label: 'Choose a person' }, ...peopleChoices(people)]}
        />
        <TextArea
          label="Context"
          hint="Required for issues with a DRI: what is done, what is open, what comes next."
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
