'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'

import { MarkdownField } from '#components/texts/markdown-field.tsx'
import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { linksRead } from '#components/links/links-read.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { CheckField } from '#components/ui/check.tsx'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import type { Issue } from '#lib/contract/issues.ts'
import { whyNotDrive, whyNotHandOver, whyNotOffer } from '#lib/domain/dri.ts'
import { whyNotTechLead } from '#lib/domain/epics.ts'
import { proposedPackage } from '#lib/domain/hand-over-package.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import type { NumberedKind } from '#lib/domain/subjects.ts'

import type { HandOver } from './hand-over-acts.ts'
import { workRecord } from './work-record.ts'

type Props = {
  group: string
  issue: Issue
  lookups: Pick<Lookups, 'people'>
  actor: Actor & { handle: string }
  /** Whom the asker has in mind already. */
  begin?: { to: string; atOnce: boolean }
  /** Resolves to whether the question is over. */
  onHandOver: (handOver: HandOver) => Promise<unknown>
  onClose: () => void
}

/** Handbook › Directly Responsible Individuals: "with enough context handed over". */
export function HandOverDialog(props: Props) {
  const { issue, onClose } = props
  const [from] = useState(issue.dri)
  return (
    <Dialog
      title={from === null ? `Name a DRI of #${issue.ref}` : `Hand over #${issue.ref}`}
      wide
      onClose={onClose}
    >
      <IssueForm {...props} seen={from} />
    </Dialog>
  )
}

/** A beginning from the record; null while that is being read, and without links where they cannot be. */
function useProposal({ group, issue, lookups }: Props, dri: string | null): string | null {
  const links = useQuery(linksRead(group, issue.ref))
  const { zone } = useGroup(group)
  const known = links.data?.items ?? (links.error ? [] : null)
  if (dri === null) return ''
  return known && proposedPackage(workRecord(issue, dri, known, { lookups, zone }))
}

function IssueForm({ issue, seen, ...props }: Props & { seen: string | null }) {
  const proposed = useProposal({ issue, ...props }, seen)
  return <HandOverForm {...props} what="issue" driven={issue} seen={seen} proposed={proposed} />
}

const HINT = 'Suggested from the history. Correct it for the person who takes over.'
const FIRST_HINT = 'Optional.'

/** Who drives an issue or an epic, and whom a hand-over waits for. */
export type Driven = { dri: string | null; offeredTo: string | null; state: 'open' | 'closed' }

type FormProps = Omit<Props, 'issue'> & {
  what: NumberedKind
  driven: Driven
  seen: string | null
  /** A beginning from the record; null while that is being read. */
  proposed: string | null
}

/** `seen` is the DRI when the dialog was opened: the person who became it since is told, and the words stay. */
export function HandOverForm({ what, seen, proposed, ...props }: FormProps) {
  const { group, lookups, actor, begin, onHandOver, onClose } = props
  const [sent, setSent] = useState<Driven | null>(null)
  const driver = what === 'epic' ? 'tech lead' : 'DRI'
  // What one's own act is about to change is no news to the person who sent it.
  const now = sent ?? props.driven
  const [from, setFrom] = useState(seen)
  const [handle, setHandle] = useState(begin?.to ?? '')
  const [written, setWritten] = useState<string | null>(null)
  const context = written ?? proposed ?? ''
  const isEm = may(actor, 'assign.others')
  const asked = now.offeredTo === null ? null : nameOf(now.offeredTo, lookups)
  const [atOnceChosen, setAtOnceChosen] = useState(begin?.atOnce ?? false)
  const atOnce = from !== null && isEm && (atOnceChosen || asked !== null || handle === actor.handle)
  const eligible = lookups.people.filter(
    ({ handle: one, name, roles }) =>
      one !== from && (what === 'epic' ? whyNotTechLead(roles) : whyNotDrive({ name, roles })) === null,
  )
  const newDri = eligible.find((person) => person.handle === handle)
  const isStale = now.dri !== from
  const open = now.state === 'open'
  const refusal = isStale
    ? `The ${driver} has changed. Check the change first.`
    : newDri === undefined
      ? 'Choose a person first.'
      : ((from !== null && !atOnce ? whyNotOffer({ open, asked, what }) : null) ??
        whyNotHandOver({ from, to: handle, context }))
  const why = typeof refusal === 'string' ? refusal : refusal?.because
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (!newDri || why || sent) return
    setSent(now)
    const isDone = await onHandOver({ from, to: newDri, context: context.trim(), atOnce })
    setSent(null)
    if (isDone) onClose()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      {isStale && (
        <Changed
          now={now.dri === null ? null : nameOf(now.dri, lookups)}
          what={what}
          driver={driver}
          onGoOn={isEm || now.dri === actor.handle ? () => setFrom(now.dri) : null}
        />
      )}
      <ChoiceField
        label="To"
        value={handle}
        onValue={setHandle}
        choices={[{ value: '', label: 'Choose a person' }, ...peopleChoices(eligible)]}
      />
      {written === null && proposed === null ? (
        <Skeleton className="h-64 w-full" />
      ) : (
        <MarkdownField
          group={group}
          label="Context"
          hint={from === null ? FIRST_HINT : HINT}
          rows={from === null ? 4 : 11}
          maxLength={10_000}
          value={context}
          onChange={setWritten}
          onSubmit={() => void submit()}
        />
      )}
      {from !== null && isEm && (
        <CheckField
          checked={atOnce}
          disabled={asked !== null || handle === actor.handle}
          onCheck={setAtOnceChosen}
        >
          Immediately, without waiting for an answer
          {asked !== null && (
            <span className="block text-xs text-ink-2">{asked} then no longer needs to answer.</span>
          )}
        </CheckField>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {from !== null && !atOnce && (
          <p className="min-w-0 flex-1 text-xs text-pretty text-ink-2">
            <bdi>{nameOf(from, lookups)}</bdi> stays the {driver} until they accept.
          </p>
        )}
        <CancelButton />
        <Button kind="primary" type="submit" disabledReason={sent ? 'Sending…' : why}>
          {from === null ? `Make them the ${driver}` : atOnce ? 'Hand over now' : 'Ask to take over'}
        </Button>
      </div>
    </form>
  )
}

type ChangedProps = { now: string | null; what: NumberedKind; driver: string; onGoOn: (() => void) | null }

/** Said where another person became the DRI under an open dialog; going on is a decision of its own. */
function Changed({ now, what, driver, onGoOn }: ChangedProps) {
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-1.5 rounded-sm bg-warn-soft px-2.5 py-2 text-warn"
    >
      <p>
        {now === null ? `This ${what} no longer has a ${driver}` : `${now} is now the ${driver}`}. Your text
        is kept here.
      </p>
      {onGoOn && (
        <Button size="sm" onClick={onGoOn}>
          {now === null ? `Name a ${driver} instead` : `Hand over from ${now} instead`}
        </Button>
      )}
    </div>
  )
}
