'use client'

import { useQuery } from '@tanstack/react-query'

import { NoVolunteerDialog } from '#components/dris/no-volunteer-dialog.tsx'
import { useLinkActs } from '#components/links/link-acts.ts'
import { LinkDialog } from '#components/links/link-dialog.tsx'
import { nameOf } from '#components/lookups/lookups.ts'
import { Awaited } from '#components/ui/popups/opening.tsx'
import { OpenWeighingDialog } from '#components/weighings/open-weighing-dialog.tsx'
import { useWeighingActs } from '#components/weighings/weighing-acts.ts'
import { weighingRead } from '#components/weighings/weighing-read.ts'

import { AskAssign, AskDeliverable, AskHandOver, AskMilestone, AskUpdate } from './ask-by-comment.tsx'
import { useFactActs } from './fact-acts.ts'
import type { FactsProps } from '#components/issues/page/facts-props.ts'
import { SplitDialog } from './split-dialog.tsx'
import type { More } from './question-parts.tsx'

type Props = Pick<FactsProps, 'issue' | 'lookups' | 'actor'> & {
  group: string
  what: More
  onClose: () => void
}

/** What has a dialog of its own, about one issue alone. */
export function MoreAsked({ group, what, onClose, ...props }: Props) {
  const { issue } = props
  const facts = useFactActs(group)
  const links = useLinkActs(group)
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
  if (what === 'no_volunteer') {
    const dri = issue.dri && nameOf(issue.dri, props.lookups)
    return <NoVolunteerDialog group={group} issue={issue} dri={dri} onClose={onClose} />
  }
  if (what === 'ask_hand_over') return <AskHandOver group={group} {...props} onClose={onClose} />
  if (what === 'ask_update') return <AskUpdate group={group} {...props} onClose={onClose} />
  if (what === 'ask_milestone') return <AskMilestone group={group} {...props} onClose={onClose} />
  if (what === 'ask_deliverable') return <AskDeliverable group={group} {...props} onClose={onClose} />
  if (what === 'ask_assign') return <AskAssign group={group} {...props} onClose={onClose} />
  return <Weighing group={group} issue={issue} lookups={props.lookups} onClose={onClose} />
}

type WeighingProps = Pick<Props, 'group' | 'issue' | 'lookups' | 'onClose'>

function Weighing({ group, issue, lookups, onClose }: WeighingProps) {
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
