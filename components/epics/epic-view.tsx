'use client'

import { SubjectCalls } from '#components/calls/subject-calls.tsx'
import { EditableDescription } from '#components/texts/editable-description.tsx'
import { EditableTitle } from '#components/texts/editable-title.tsx'
import { nameOf, useLookups } from '#components/lookups/lookups.ts'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import { toast } from '#components/shell/toasts.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { momentIn } from '#components/ui/days/days.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { RailFrame } from '#components/ui/page-frame.tsx'
import { readEpic } from '#lib/contract/epics.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import { isolated } from '#lib/kit/visible.ts'

import { EpicIssues } from './epic-issues.tsx'
import { EpicJournal } from './epic-journal.tsx'
import { EpicRail } from './epic-rail.tsx'
import { useEpicEdits } from './use-epic-edits.ts'

const PushBacksOf = lazily(async () => (await import('#components/push-backs/push-backs-of.tsx')).PushBacksOf)

/** The page of an epic: what it is for, its scope, who leads it, and who changed the scope when. */
export function EpicView({ group, epic: number }: { group: string; epic: number }) {
  const epic = usePrefetched(readEpic, { group, epic: number })
  const lookups = useLookups(group)
  const { zone } = useGroup(group)
  const why = whyNotAllowed(useActor(group), 'epic.edit')?.because
  const edits = useEpicEdits(group, epic)
  useHotkeys('Epic', [
    {
      keys: ['Enter'],
      what: 'Edit the description',
      act: () => (why ? toast({ text: why, tone: 'refused' }) : edits.description.begin()),
    },
  ])
  return (
    <RailFrame>
      <div className="flex min-w-0 flex-col gap-5">
        <header className="flex flex-col gap-1.5">
          <EditableTitle
            title={epic.title}
            mark={`&${number}`}
            needed="An epic has a title."
            edit={edits.title}
            mayEdit={!why}
          />
          <p className="num text-xs text-ink-3">
            {epic.author ? `${isolated(nameOf(epic.author, lookups))} created it` : 'Created'} on{' '}
            {momentIn(zone, epic.createdAt)}
          </p>
        </header>
        <EditableDescription
          group={group}
          description={epic.description}
          edit={edits.description}
          mayEdit={!why}
        />
        <EpicIssues group={group} epic={epic} lookups={lookups} mayEdit={!why} />
        <PushBacksOf
          group={group}
          work={`epic-${number}`}
          name={isolated(`“${epic.title}”`)}
          open={!epic.closed}
        />
        <SubjectCalls group={group} subject={`epic-${epic.number}`} />
        <EpicJournal group={group} epic={number} newest={epic.journal} zone={zone} />
      </div>
      <div>
        <EpicRail group={group} epic={epic} lookups={lookups} mayEdit={!why} zone={zone} />
      </div>
    </RailFrame>
  )
}
