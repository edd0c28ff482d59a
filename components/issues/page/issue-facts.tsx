'use client'

import Link from 'next/link'

import { useState } from 'react'

import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { LabelTag, Note, TypeTag } from '#components/ui/tag.tsx'
import { CHOICE_NAMES, FLAG_NAMES } from '#lib/domain/facts/names.ts'
import { means, stateOf, typeOf } from '#lib/domain/labels.ts'
import { may } from '#lib/domain/permissions.ts'
import { USUAL_WEIGHT } from '#lib/domain/weight.ts'
import { stateTitle } from '#lib/domain/workflow.ts'
import { epicLink } from '#lib/kit/links.ts'
import { isolated } from '#lib/kit/visible.ts'

import { DriFact } from './dri-fact.tsx'
import { DueFact } from './due-fact.tsx'
import { stateIcon } from '#components/issues/command/entry-icons.tsx'
import { useFactActs } from '#components/issues/command/fact-acts.ts'
import { AskFact } from '#components/issues/facts/ask-fact.tsx'
import { FactRow } from '#components/issues/facts/fact-row.tsx'
import { ModelFact } from '#components/models/model-fact.tsx'
import { Fact, Press } from '#components/ui/fact.tsx'
import type { FactsProps } from './facts-props.ts'
import { nameOf } from '#components/lookups/lookups.ts'

const BlockedDialog = lazyPopup(
  async () => (await import('#components/issues/command/ask-dialogs.tsx')).BlockedDialog,
)
const ScopeDialog = lazyPopup(async () => (await import('./scope-dialog.tsx')).ScopeDialog)
const SplitDialog = lazyPopup(
  async () => (await import('#components/issues/command/split-dialog.tsx')).SplitDialog,
)

/** The facts of an issue, each of them the button that changes it. */
export function IssueFacts({ group, ...props }: FactsProps & { group: string }) {
  const { issue, lookups, actor, acts } = props
  const facts = useFactActs(group)
  const [open, setOpen] = useState<'scope' | 'split' | 'wait' | null>(null)
  const edit = may(actor, 'issue.edit')
  const [take, weigh] = [may(actor, 'issue.take'), may(actor, 'issue.weigh')]
  const state = stateOf(issue.labels)
  const type = typeOf(issue.labels)
  const quiet = issue.labels.filter(({ meaning }) => !/^(workflow|type)\./.test(meaning ?? ''))
  const epic = lookups.epics.find(({ number }) => number === issue.epic)
  return (
    <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-2 gap-y-0.5 text-sm">
      <Fact name="Workflow" isNamed={edit}>
        <AskFact issue={issue.ref} what="status" name="Workflow" mayChange={edit}>
          {state && stateIcon(state)}
          {state ? stateTitle(state) : 'none'}
        </AskFact>
      </Fact>
      {issue.blocked && (
        <Fact name="Blocked on" isNamed={edit}>
          <Press
            name="Blocked on"
            mayChange={edit}
            onAhead={BlockedDialog.ahead}
            onPress={() => setOpen('wait')}
          >
            <Note tone="bad">
              <Icon name="blocked" className="mt-0.5 size-[13px] self-start" />
              <span className="min-w-0 wrap-anywhere">
                {[isolated(issue.blocked.need), issue.blocked.from && `from ${isolated(issue.blocked.from)}`]
                  .filter(Boolean)
                  .join(' ') || 'Reason not set'}
              </span>
            </Note>
          </Press>
        </Fact>
      )}
      <Fact name="Type" isNamed={edit}>
        <AskFact issue={issue.ref} what="type" name="Type" mayChange={edit}>
          {type === null ? 'none' : <TypeTag type={type} />}
        </AskFact>
      </Fact>
      <Fact name="DRI">
        <DriFact group={group} {...props} />
      </Fact>
      <Fact name="Assignees" isNamed={take}>
        <AskFact issue={issue.ref} what="assign" name="Assignees" mayChange={take}>
          {issue.assignees.length === 0 && 'nobody'}
          {issue.assignees.map((handle) => (
            <Avatar key={handle} face={{ handle, name: nameOf(handle, lookups) }} size="sm" />
          ))}
          {issue.assignees.length === 1 && <bdi>{nameOf(issue.assignees[0] ?? '', lookups)}</bdi>}
        </AskFact>
      </Fact>
      <Fact name="Milestone" isNamed={edit}>
        <AskFact issue={issue.ref} what="milestone" name="Milestone" mayChange={edit}>
          <bdi>{lookups.milestones.find(({ slug }) => slug === issue.milestone)?.title ?? 'none'}</bdi>
        </AskFact>
      </Fact>
      <Fact name="Weight" isNamed={weigh}>
        <AskFact issue={issue.ref} what="weight" name="Weight" mayChange={weigh}>
          {issue.weight === null ? 'none' : <span className="num">{issue.weight}</span>}
        </AskFact>
        {issue.state === 'open' && (issue.weight ?? 0) > USUAL_WEIGHT && may(actor, 'issue.create') && (
          <Button
            size="sm"
            className="mt-0.5"
            data-fact="Split"
            onPointerEnter={SplitDialog.ahead}
            onClick={() => setOpen('split')}
          >
            Split…
          </Button>
        )}
      </Fact>
      {CHOICE_NAMES.map((name) => (
        <FactRow key={name} name={name} mayChange={edit} issue={issue} />
      ))}
      <Fact name="Due" isNamed={edit}>
        <DueFact
          issue={issue}
          mayChange={edit}
          onSet={(due) => acts.wish(issue, { what: 'due', due }, lookups)}
        />
      </Fact>
      <Fact name="Epic" isNamed={edit}>
        <span className="flex max-w-full min-w-0 items-start">
          <AskFact issue={issue.ref} what="epic" name="Epic" mayChange={edit}>
            {issue.epic === null ? (
              'none'
            ) : (
              <span dir="auto" className="min-w-0 text-pretty whitespace-normal wrap-anywhere">
                {epic?.title ?? `&${issue.epic}`}
              </span>
            )}
          </AskFact>
          {issue.epic !== null && (
            <Link
              href={epicLink(group, issue.epic)}
              prefetch={false}
              aria-label={`Open the epic ${epic?.title ?? issue.epic}`}
              data-tip="Open the epic"
              className="tap grid size-7 flex-none place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
            >
              <Icon name="right" className="size-3.5" />
            </Link>
          )}
        </span>
      </Fact>
      <Fact name="Team" isNamed={edit}>
        <AskFact issue={issue.ref} what="team" name="Team" mayChange={edit}>
          <bdi>{lookups.teams.find(({ slug }) => slug === issue.team)?.name ?? issue.team ?? 'none'}</bdi>
        </AskFact>
      </Fact>
      {issue.kind === 'issue' && <ModelFact group={group} issue={issue} mayChange={edit} />}
      <Fact name="Labels" isNamed={edit}>
        <AskFact issue={issue.ref} what="labels" name="Labels" mayChange={edit} wrap>
          {quiet.length === 0 && 'none'}
          {quiet.map(({ id, title, hue }) => (
            <LabelTag key={id} title={title} hue={hue} />
          ))}
        </AskFact>
      </Fact>
      {(issue.spikeScope !== null || means(issue.labels, 'spike')) && (
        <Fact name="Spike scope" isNamed={edit}>
          <Press
            name="Spike scope"
            mayChange={edit}
            onAhead={ScopeDialog.ahead}
            onPress={() => setOpen('scope')}
          >
            <span dir="auto" className="text-pretty wrap-anywhere">
              {issue.spikeScope ?? 'not stated'}
            </span>
          </Press>
        </Fact>
      )}
      {FLAG_NAMES.map((name) => (
        <FactRow key={name} name={name} mayChange={edit} issue={issue} />
      ))}
      {open === 'wait' && issue.blocked && (
        <BlockedDialog
          subject={`#${issue.ref}`}
          now={issue.blocked}
          onClose={() => setOpen(null)}
          onAnswer={(need) => {
            setOpen(null)
            facts.setWait(issue, need ?? { need: '', from: '' })
          }}
        />
      )}
      {open === 'scope' && (
        <ScopeDialog
          subject={`#${issue.ref}`}
          scope={issue.spikeScope ?? ''}
          onSave={(scope, was) => facts.setSpikeScope(issue, scope, was)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'split' && (
        <SplitDialog
          issue={issue}
          onSplit={(pieces, close) => facts.split(issue, pieces, close)}
          onClose={() => setOpen(null)}
        />
      )}
    </dl>
  )
}
