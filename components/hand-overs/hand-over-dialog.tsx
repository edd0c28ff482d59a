'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'

import { MarkdownField } from '#components/texts/markdown-field.tsx'
import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { linksRead } from '#components/links/links-read.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import type { Issue } from '#lib/contract/issues.ts'
import { whyNotDrive, whyNotHandOver, whyNotOffer } from '#lib/domain/dri.ts'
import { proposedPackage } from '#lib/domain/hand-over-package.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'

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
      <Form {...props} seen={from} />
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

const HINT = 'Suggested from the history. Correct it for the next DRI.'
const FIRST_HINT = 'Optional.'

/** `seen` is the DRI when the dialog was opened: whoever became it since is told, and the words stay. */
function Form({ seen, ...props }: Props & { seen: string | null }) {
  const { group, lookups, actor, begin, onHandOver, onClose } = props
  const [sent, setSent] = useState<Issue | null>(null)
  // What one's own act is about to change is no news to whoever sent it.
  const issue = sent ?? props.issue
  const [from, setFrom] = useState(seen)
  const [handle, setHandle] = useState(begin?.to ?? '')
  const proposed = useProposal(props, seen)
  const [written, setWritten] = useState<string | null>(null)
  const context = written ?? proposed ?? ''
  const isEm = may(actor, 'assign.others')
  const asked = issue.offeredTo === null ? null : nameOf(issue.offeredTo, lookups)
  const [wish, setWish] = useState(begin?.atOnce ?? false)
  const atOnce = from !== null && isEm && (wish || asked !== null || handle === actor.handle)
  const eligible = lookups.people.filter(
    (person) => person.handle !== from && whyNotDrive({ name: person.name, roles: person.roles }) === null,
  )
  const newDri = eligible.find((person) => person.handle === handle)
  const isStale = issue.dri !== from
  const open = issue.state === 'open'
  const refusal = isStale
    ? 'The DRI has changed. Check the change first.'
    : newDri === undefined
      ? 'Choose a person first.'
      : ((from !== null && !atOnce ? whyNotOffer({ open, asked }) : null) ??
        whyNotHandOver({ from, to: handle, context }))
  const why = typeof refusal === 'string' ? refusal : refusal?.because
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (!newDri || why || sent) return
    setSent(issue)
    const isDone = await onHandOver({ from, to: newDri, context: context.trim(), atOnce })
    setSent(null)
    if (isDone) onClose()
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      {isStale && (
        <Changed
          now={issue.dri === null ? null : nameOf(issue.dri, lookups)}
          onGoOn={isEm || issue.dri === actor.handle ? () => setFrom(issue.dri) : null}
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
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-0.5 size-4 accent-accent"
            checked={atOnce}
            disabled={asked !== null || handle === actor.handle}
            onChange={(event) => setWish(event.target.checked)}
          />
          <span>
            Immediately, without waiting for an answer
            {asked !== null && (
              <span className="block text-xs text-ink-2">{asked} then no longer needs to answer.</span>
            )}
          </span>
        </label>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {from !== null && !atOnce && (
          <p className="min-w-0 flex-1 text-xs text-pretty text-ink-2">
            <bdi>{nameOf(from, lookups)}</bdi> stays the DRI until they accept.
          </p>
        )}
        <CancelButton />
        <Button kind="primary" type="submit" disabledReason={sent ? 'Sending…' : why}>
          {from === null ? 'Make them the DRI' : atOnce ? 'Hand over now' : 'Ask to take over'}
        </Button>
      </div>
    </form>
  )
}

/** Said where somebody else became the DRI under an open dialog; going on is a decision of its own. */
function Changed({ now, onGoOn }: { now: string | null; onGoOn: (() => void) | null }) {
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-1.5 rounded-sm bg-warn-soft px-2.5 py-2 text-warn"
    >
      <p>
        {now === null ? 'This issue no longer has a DRI' : `${now} is now the DRI`}. Your text is kept here.
      </p>
      {onGoOn && (
        <Button size="sm" onClick={onGoOn}>
          {now === null ? 'Name a DRI instead' : `Hand over from ${now} instead`}
        </Button>
      )}
    </div>
  )
}
