import Link from 'next/link'

import { Button } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/state.tsx'
import type { Plan } from '#lib/contract/plan.ts'
import { boardLink } from '#lib/kit/links.ts'

type Props = { group: string; view: Plan; mayAdd: boolean; onAdd: () => void }

/** A plan begins with candidates. */
export function NoCandidates({ group, view: { milestone, boards, notShown }, mayAdd, onAdd }: Props) {
  if (notShown > 0) {
    return (
      <Empty title={notShown === 1 ? '1 candidate is not shown' : `${notShown} candidates are not shown`}>
        <p>You have no access to confidential issues.</p>
      </Empty>
    )
  }
  return (
    <Empty title="No candidates yet">
      <p>
        Move issues to <bdi>{milestone.title}</bdi> on the{' '}
        <Link
          href={boardLink(group, boards.planning ?? 'planning', { milestone: milestone.slug })}
          prefetch={false}
          className="font-medium text-accent underline underline-offset-2"
        >
          Planning Board
        </Link>
        .
      </p>
      {mayAdd && (
        <Button kind="primary" onClick={onAdd}>
          Add candidates
        </Button>
      )}
    </Empty>
  )
}
