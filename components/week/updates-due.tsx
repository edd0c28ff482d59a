import Link from 'next/link'

import { Kbd } from '#components/ui/keys/kbd.tsx'
import { weekdayText } from '#components/updates/update-text.ts'
import type { Week } from '#lib/contract/week.ts'
import { weekName } from '#lib/kit/iso-week.ts'
import { statusLink } from '#lib/kit/links.ts'

type Props = { group: string; updates: NonNullable<Week['updates']> }

/** My weekly update, until all of it is posted. */
export const UpdatesDue = ({ group, updates: { week, dueOn, subjects, left } }: Props) => (
  <section
    aria-label="Weekly update"
    className="relative flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line bg-surface px-3.5 py-2 hover:bg-hover"
  >
    <p className="num min-w-0 flex-1 text-pretty">
      <Link
        href={statusLink(group)}
        prefetch={false}
        className="font-medium after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
      >
        Your update of {weekName(week)} is due {weekdayText(dueOn)}
      </Link>
      <span className="text-ink-2">
        {' '}
        · {left === subjects ? '' : `${left} of `}
        {subjects} {subjects === 1 ? 'subject' : 'subjects'}
        {left === subjects ? '' : ' left'}
      </span>
    </p>
    <span aria-hidden="true" className="inline-flex items-center gap-1.5 text-xs font-medium text-accent">
      Write update <Kbd className="text-ink-3">U</Kbd>
    </span>
  </section>
)
