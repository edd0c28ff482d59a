'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'

import { useLinkActs } from '#components/links/link-acts.ts'
import { LinkDialog } from '#components/links/link-dialog.tsx'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { DateField, whyNotDay } from '#components/ui/days/date-field.tsx'
import { Menu } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { Awaited } from '#components/ui/popups/opening.tsx'
import { isFact } from '#lib/domain/facts/names.ts'
import type { FactName } from '#lib/domain/facts/names.ts'
import { OpenWeighingDialog } from '#components/weighings/open-weighing-dialog.tsx'
import { useWeighingActs } from '#components/weighings/weighing-acts.ts'
import { weighingRead } from '#components/weighings/weighing-read.ts'

import { AskAssign, AskDeliverable, AskHandOver, AskMilestone } from './ask-by-comment.tsx'
import { useFactActs } from './fact-acts.ts'
import type { FactActs } from './fact-acts.ts'
import { epicEntries, teamEntries, typeEntries } from './fact-choices.ts'
import { factEntries } from '#components/issues/facts/entries.ts'
import { LOOKS } from '#components/issues/facts/looks.ts'
import type { FactsProps } from '#components/issues/page/facts-props.ts'
import { SplitDialog } from './split-dialog.tsx'
import type { More } from '#components/commands/command-target.ts'

type Props = { group: string; what: More; anchor: HTMLElement; props: FactsProps; onClose: () => void }

/** What the palette asks about one issue beside what has a letter. */
export function MoreAsked({ group, what, anchor, props, onClose }: Props) {
  const { issue } = props
  const facts = useFactActs(group)
  const links = useLinkActs(group)
  if (what === 'due') return <DueDialog issue={issue} facts={facts} onClose={onClose} />
  if (what === 'link') {
    return (
      <LinkDialog
        group={group}
        issue={issue.ref}
        onLink={(role, other) => links.add(issue.ref, role, other)}
        onClose={onClose}
      />
    )
  }
  if (what === 'split') {
    return (
      <SplitDialog
        issue={issue}
        onSplit={(pieces, close) => facts.split(issue, pieces, close)}
        onClose={onClose}
      />
    )
  }
  if (what === 'ask_hand_over') return <AskHandOver group={group} {...props} onClose={onClose} />
  if (what === 'ask_milestone') return <AskMilestone group={group} {...props} onClose={onClose} />
  if (what === 'ask_deliverable') return <AskDeliverable group={group} {...props} onClose={onClose} />
  if (what === 'ask_assign') return <AskAssign group={group} {...props} onClose={onClose} />
  if (what === 'weigh_together') return <Weighing group={group} props={props} onClose={onClose} />
  const { title, search, entries } = isFact(what) ? menuOf(what) : MENUS[what]
  const label = `${title} of #${issue.ref}`
  return (
    <Menu
      anchor={anchor}
      label={label}
      entries={() => [{ kind: 'heading', label }, ...entries({ ...props, facts })]}
      {...(search ? { search } : {})}
      onClose={onClose}
    />
  )
}

type MenuFacts = {
  title: string
  search?: string
  entries: (props: FactsProps & { facts: FactActs }) => MenuEntry[]
}

type Dialogs =
  | 'due'
  | 'link'
  | 'split'
  | 'weigh_together'
  | 'ask_hand_over'
  | 'ask_milestone'
  | 'ask_assign'
  | 'ask_deliverable'

const menuOf = (name: FactName): MenuFacts => ({
  title: LOOKS[name].menu,
  entries: (props) => factEntries(name, props),
})

const MENUS: Record<Exclude<More, Dialogs | FactName>, MenuFacts> = {
  type: { title: 'Type', entries: typeEntries },
  epic: { title: 'Epic', search: 'Find an epic', entries: epicEntries },
  team: { title: 'Team', entries: teamEntries },
}

type DueProps = { issue: FactsProps['issue']; facts: FactActs; onClose: () => void }

function DueDialog({ issue, facts, onClose }: DueProps) {
  const [day, setDay] = useState(issue.due ?? '')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (whyNotDay(day)) return
    onClose()
    if (day !== (issue.due ?? '')) facts.set(issue, 'due', day === '' ? null : day)
  }
  return (
    <Dialog title={`When is #${issue.ref} due?`} onClose={onClose}>
      <form onSubmit={keep} className="flex flex-col gap-3">
        <DateField label="Due date" value={day} today={issue.today} onValue={setDay} />
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={whyNotDay(day)}>
            Keep
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type WeighingProps = Pick<Props, 'group' | 'props' | 'onClose'>

function Weighing({ group, props: { issue, lookups }, onClose }: WeighingProps) {
  const { data } = useQuery(weighingRead(group, issue.ref))
  const acts = useWeighingActs(group, issue.ref)
  return data ? (
    <OpenWeighingDialog
      issue={issue.ref}
      people={lookups.people}
      proposed={data.proposed}
      onOpen={acts.open}
      onClose={onClose}
    />
  ) : (
    <Awaited onGiveUp={onClose} />
  )
}
