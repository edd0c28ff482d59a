'use client'

import { Icon } from '#components/ui/icon.tsx'
import type { Issue } from '#lib/contract/issues.ts'

type Props = {
  mentions: Issue['mentions']
  nameOf: (handle: string) => string
  me: string
  /** Where a reaction would do as well; a description has none. */
  canReact?: boolean
}

/**
 * Handbook › Acknowledgement of Pings. Everybody sees who answered; what is still open concerns the person who
 * asked and the person who was asked, and there are no counts per person.
 */
export function Acknowledgements({ mentions, nameOf, me, canReact }: Props) {
  const done = mentions.filter((one) => one.acknowledgedBy !== null)
  const mine = mentions.some((one) => one.acknowledgedBy === null && one.person === me)
  const open = mentions.filter((one) => one.acknowledgedBy === null && one.by === me)
  if (done.length === 0 && !mine && open.length === 0) return null
  return (
    <div className="flex flex-col gap-0.5 text-xs text-ink-3">
      {done.length > 0 && (
        <p className="flex items-start gap-1">
          <Icon name="check" className="mt-px size-3.5 text-good" />
          <span>
            Acknowledged by{' '}
            {done.map((one) => `${nameOf(one.person)} (${one.acknowledgedBy ?? ''})`).join(', ')}
          </span>
        </p>
      )}
      {open.length > 0 && (
        <p className="flex items-start gap-1">
          <Icon name="clock" className="mt-px size-3.5" />
          <span>Not yet acknowledged by {open.map((one) => nameOf(one.person)).join(', ')}</span>
        </p>
      )}
      {mine && (
        <p className="flex items-start gap-1 font-medium text-ink-2">
          <Icon name="clock" className="mt-px size-3.5" />
          <span>You are asked to acknowledge: {canReact ? 'reply or react.' : 'reply below.'}</span>
        </p>
      )}
    </div>
  )
}
