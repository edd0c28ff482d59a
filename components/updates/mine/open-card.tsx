'use client'

import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import type { MySubject, WeekOfUpdates } from '#lib/contract/updates.ts'
import { confidenceWords } from '#lib/domain/confidence.ts'
import { previousIsoWeek, weekName } from '#lib/kit/iso-week.ts'
import { isolated } from '#lib/kit/visible.ts'

import { ConfidenceChoice } from './confidence-choice.tsx'
import { SinceLine } from './since-line.tsx'
import { UpdateTexts } from './update-texts.tsx'
import type { UpdateDrafting } from './use-update-draft.ts'

const DraftConflict = lazily(async () => (await import('./draft-conflict.tsx')).DraftConflict)

type Props = {
  week: Pick<WeekOfUpdates, 'week' | 'milestone'>
  one: MySubject
  drafting: UpdateDrafting
  /** Back to what was posted; absent where nothing is. */
  onCancel: (() => void) | undefined
}

/** The fields of a subject, between what happened since the last update and the confidence of now. */
export function OpenCard({ week: { week, milestone }, one: { since, last }, drafting, onCancel }: Props) {
  const { fields, change, theirs } = drafting
  const about = milestone === null ? '' : ` for ${isolated(milestone.title)}`
  return (
    <>
      <SinceLine since={since} />
      {theirs && (
        <DraftConflict
          mine={fields}
          theirs={theirs}
          onKeep={drafting.keepMine}
          onTake={drafting.takeTheirs}
        />
      )}
      <UpdateTexts fields={fields} onChange={change} onLeave={drafting.save} />
      <div className="flex flex-wrap items-center gap-2 px-3.5 pt-[11px] pb-3 text-xs">
        <ConfidenceChoice
          label={`Confidence${about}`}
          value={fields.confidence}
          onChoose={(confidence) => change({ confidence })}
        />
        <span className="flex-1 max-sm:hidden" />
        {last && (
          <span className="num text-ink-3 max-sm:w-full">
            {last.week === previousIsoWeek(week) ? 'last week' : weekName(last.week)}:{' '}
            {confidenceWords(last.confidence).split(' ')[0]}
          </span>
        )}
        {onCancel && (
          <Button size="sm" kind="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </>
  )
}
