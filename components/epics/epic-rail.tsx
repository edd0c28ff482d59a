'use client'

import type { ReactNode } from 'react'

import { EpicForecast } from '#components/forecast/epic-forecast.tsx'
import { SubjectHands } from '#components/hands/subject-hands.tsx'
import type { Lookups } from '#components/lookups/lookups.ts'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Note } from '#components/ui/tag.tsx'
import type { Epic } from '#lib/contract/epics.ts'
import { whyNotCloseEpic, whyNotReopenEpic } from '#lib/domain/epics.ts'

import { useEpicActs } from './epic-acts.ts'
import { EpicLead, mayHandOverEpic } from './epic-lead.tsx'
import { EpicProgress } from './epic-progress.tsx'

type Props = { group: string; epic: Epic; lookups: Lookups; mayEdit: boolean; zone: string }

/** Who leads it, how far it is, and whether it is done. */
export function EpicRail({ group, epic, lookups, mayEdit, zone }: Props) {
  const acts = useEpicActs(group)
  const { progress, closed } = epic
  const actor = useActor(group)
  // a button that says the title itself, where the lead can be named or handed over
  const isNamed = epic.techLead === null ? mayEdit : mayHandOverEpic(epic, actor)
  const why = closed
    ? whyNotReopenEpic({ closed, total: progress.total })
    : whyNotCloseEpic({ closed, open: progress.open })
  return (
    <aside aria-label="Facts" className="flex flex-col gap-5">
      <div className="flex items-center gap-2">
        <Note tone={closed ? 'good' : 'calm'}>{closed ? 'Closed' : 'Open'}</Note>
        <span className="flex-1" />
        {mayEdit && (
          <Button
            size="sm"
            disabledReason={why?.because}
            onClick={() => void (closed ? acts.reopen(epic) : acts.close(epic))}
          >
            {closed ? 'Reopen' : 'Close'}
          </Button>
        )}
      </div>
      <p className="-mt-3 text-xs text-pretty text-ink-2">
        {closed
          ? `It was closed on ${epic.closedAt === null ? '' : momentIn(zone, epic.closedAt)}. It reopens when an open issue is added.`
          : 'It closes automatically with its last issue, and reopens when an issue is added.'}
      </p>
      <SubjectHands group={group} subject={`epic-${epic.number}`} open={!closed} />
      <Part title="Tech lead" isNamed={isNamed}>
        <EpicLead group={group} epic={epic} lookups={lookups} mayEdit={mayEdit} />
      </Part>
      <Part title="Progress">
        <EpicProgress progress={progress} />
      </Part>
      {progress.open > 0 && (
        <Part title="Forecast">
          <EpicForecast group={group} epic={epic.number} />
        </Part>
      )}
    </aside>
  )
}

type PartProps = {
  title: string
  /** It holds a button that says the title itself: the title is heard there. */
  isNamed?: boolean
  children: ReactNode
}

function Part({ title, isNamed = false, children }: PartProps) {
  return (
    <section className="flex flex-col gap-1.5">
      <h2 aria-hidden={isNamed || undefined} className="text-sm">
        {title}
      </h2>
      {children}
    </section>
  )
}
