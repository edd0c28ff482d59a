'use client'

import { useRouter } from 'next/navigation'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { createPlanningIssue } from '#lib/contract/planning-issue.ts'
import { issueLink } from '#lib/kit/links.ts'
import { isolated } from '#lib/kit/visible.ts'

type Props = {
  group: string
  milestone: { slug: string; title: string }
  /** In a row, small, and with the milestone in its words. */
  small?: boolean
  /** Whether the page of the issue opens. */
  opens?: boolean
}

/** One act from the template; where another person was faster, it leads to theirs. */
export function CreatePlanningIssue({ group, milestone: { slug, title }, small, opens }: Props) {
  const { change, busy } = useBusyChange()
  const router = useRouter()
  const create = () =>
    change({
      endpoint: createPlanningIssue,
      input: { group, milestone: slug },
      message: ({ because }) => because ?? `Created the planning issue of ${isolated(title)}.`,
      apply: ({ ref }) => opens && router.push(issueLink(group, ref)),
      open: ({ ref }) => router.push(issueLink(group, ref)),
    })
  return (
    <Button
      kind={small ? 'plain' : 'primary'}
      size={small ? 'sm' : 'md'}
      className="self-start"
      disabledReason={busy ? 'Creating…' : null}
      onClick={() => void create()}
    >
      {small ? 'Create' : `Create the planning issue for ${isolated(title)}`}
    </Button>
  )
}
