'use client'

import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { StatusUpdate } from '#lib/contract/updates.ts'
import { confidenceWords } from '#lib/domain/confidence.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { ConfidenceMark } from '#components/confidence/confidence-mark.tsx'
import { whenText } from '../update-text.ts'

type Props = { sign: string; update: StatusUpdate; zone: string; today: PlainDate; onEdit: () => void }

/** What was posted, on one line. It can be changed until the week ends. */
export const PostedLine = ({ sign, update, zone, today, onEdit }: Props) => (
  <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 px-3.5 pb-3">
    <span className="num inline-flex items-center gap-1 text-xs whitespace-nowrap text-ink-2">
      <Icon name="check" className="size-[13px] text-good" />
      {update.editedAt === null
        ? `Posted ${whenText(zone, update.postedAt, today)}`
        : `Edited ${whenText(zone, update.editedAt, today)}`}
    </span>
    <span className="inline-flex items-center gap-1.5 text-xs font-medium whitespace-nowrap">
      <ConfidenceMark confidence={update.confidence} />
      {confidenceWords(update.confidence)}
    </span>
    <span dir="auto" className="min-w-0 flex-1 basis-40 truncate text-ink-2">
      {update.progress}
    </span>
    {update.editable && (
      <Button size="sm" aria-label={`Edit the update of ${sign}`} tip="Until Sunday 24:00" onClick={onEdit}>
        Edit
      </Button>
    )}
  </div>
)
