'use client'

import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'

import { Button } from '#components/ui/button.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'
import { commentOnIssue } from '#lib/contract/issues.ts'
import { whyNotDrive } from '#lib/domain/dri.ts'
import { means } from '#lib/domain/labels.ts'

import { useChange } from '#components/changes/use-change.ts'
import type { FactsProps } from '#components/issues/page/facts-props.ts'
import { nameOf } from '#components/lookups/lookups.ts'

type Props = Pick<FactsProps, 'issue' | 'lookups' | 'actor'> & { group: string; onClose: () => void }

/**
 * Handbook › DRIs: accountability stays with the DRI, so that only they hand over. Anybody else asks them, for themselves
 * or for another person, in a comment that notifies both.
 */
export function AskHandOver(props: Props) {
  const { issue, lookups, actor } = props
  const drivers = lookups.people.filter(
    ({ handle, name, roles }) => handle !== issue.dri && whyNotDrive({ name, roles }) === null,
  )
  const isDriver = drivers.some(({ handle }) => handle === actor.handle)
  const [to, setTo] = useState(isDriver ? actor.handle : (drivers[0]?.handle ?? ''))
  if (issue.dri === null) return null
  const asked = to === actor.handle ? 'me' : `@${to}`
  return (
    <AskDialog
      {...props}
      title={`Ask ${nameOf(issue.dri, lookups)} to hand over #${issue.ref}`}
      request={`@${issue.dri} Please hand #${issue.ref} over to ${asked}.`}
      message={`Asked ${nameOf(issue.dri, lookups)} to hand over #${issue.ref}.`}
    >
      <ChoiceField label="To" value={to} onValue={setTo} choices={peopleChoices(drivers, actor.handle)} />
    </AskDialog>
  )
}

/** Handbook › DRIs: "You update the planning issue with status at least once a week." Asked in a comment that notifies them. */
export function AskUpdate(props: Props) {
  const { issue, lookups } = props
  if (issue.dri === null) return null
  return (
    <AskDialog
      {...props}
      title={`Ask ${nameOf(issue.dri, lookups)} for an update of #${issue.ref}`}
      request={`@${issue.dri} How does #${issue.ref} go? Please write an update.`}
      message={`Asked ${nameOf(issue.dri, lookups)} for an update of #${issue.ref}.`}
    />
  )
}

/** Handbook › Build Board: "The EM then applies the ~Deliverable label", so that the EM moves what carries it. */
export function AskMilestone(props: Props) {
  const { issue, lookups } = props
  const open = lookups.milestones.filter(({ closed, slug }) => !closed && slug !== issue.milestone)
  const [to, setTo] = useState(open[0]?.slug ?? '')
  const title = open.find(({ slug }) => slug === to)?.title ?? ''
  return (
    <AskDialog
      {...props}
      title={`Ask the engineering manager to move #${issue.ref}`}
      request={`${emsOf(lookups)} Please move the Deliverable #${issue.ref} to ${title}.`}
      message={`Asked the engineering manager to move #${issue.ref}.`}
    >
      <ChoiceField
        label="To"
        value={to}
        onValue={setTo}
        choices={open.map((milestone) => ({ value: milestone.slug, label: milestone.title }))}
      />
    </AskDialog>
  )
}

/** Handbook › Build Board: "The EM then applies the ~Deliverable label". Anybody else asks, also to take it off. */
export function AskDeliverable(props: Props) {
  const { issue, lookups } = props
  const request = means(issue.labels, 'deliverable')
    ? `take Deliverable off #${issue.ref}`
    : `make #${issue.ref} a Deliverable`
  return (
    <AskDialog
      {...props}
      title={`Ask the engineering manager to ${request}`}
      request={`${emsOf(lookups)} Please ${request}.`}
      message={`Asked the engineering manager to ${request}.`}
    />
  )
}

/** Handbook › Build Board: the EM "assigns it to an engineer". Anybody else takes what is free, or asks. */
export function AskAssign(props: Props) {
  const { issue, lookups, actor } = props
  const drivers = lookups.people.filter(({ name, roles }) => whyNotDrive({ name, roles }) === null)
  const [to, setTo] = useState(drivers.find(({ handle }) => handle !== actor.handle)?.handle ?? '')
  return (
    <AskDialog
      {...props}
      title={`Ask the engineering manager to assign #${issue.ref}`}
      request={`${emsOf(lookups)} Please assign #${issue.ref} to @${to}.`}
      message={`Asked the engineering manager to assign #${issue.ref}.`}
    >
      <ChoiceField label="To" value={to} onValue={setTo} choices={peopleChoices(drivers, actor.handle)} />
    </AskDialog>
  )
}

const emsOf = ({ people }: Props['lookups']): string =>
  people
    .filter(({ roles }) => roles.includes('em'))
    .map(({ handle }) => `@${handle}`)
    .join(' ')

type DialogProps = Props & { title: string; request: string; message: string; children?: ReactNode }

function AskDialog({ group, issue, title, request, message, onClose, children }: DialogProps) {
  const change = useChange()
  const [why, setWhy] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    const body = [request, why.trim()].filter(Boolean).join('\n\n')
    void change({
      endpoint: commentOnIssue,
      input: { group, ref: issue.ref, body },
      issue: issue.ref,
      optimistic: {},
      message,
    })
  }
  return (
    <Dialog title={title} description="Posted as a comment on the issue." onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        {children}
        <TextArea
          label="Reason"
          hint={`After: “${request}”`}
          maxLength={5_000}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit">
            Send request
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
