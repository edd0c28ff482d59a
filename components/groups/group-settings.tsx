'use client'

import { useState } from 'react'

import { RoomHead } from '#components/ui/rows.tsx'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { DaysOffPanel } from '#components/working-times/days-off-panel.tsx'
import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { listWorkingTimes } from '#lib/contract/working-times.ts'
import { turnText } from '#lib/domain/refinement-turn.ts'
import { WEEKDAYS } from '#lib/domain/week-text.ts'
import { syncTurnText } from '#lib/domain/syncs/turn.ts'
import { may, whyNotAllowed } from '#lib/domain/permissions.ts'

import { OrganisationLabels } from './organisation-labels.tsx'
import { FactsPanel } from './facts-panel.tsx'
import { CreateGroupDialog } from './create-group-later.ts'
import { ListEditor } from './list-editor.tsx'
import { Managers } from './managers.tsx'

const DescriptionForm = lazyPopup(async () => (await import('./description-form.tsx')).DescriptionForm)
const CalendarForm = lazyPopup(async () => (await import('./calendar-form.tsx')).CalendarForm)

const PlanningSettings = lazily(async () => (await import('./planning-settings.tsx')).PlanningSettings)

const LEAD = 'The description of the group, its calendar and its capacity.'

/** The group's own settings. */
export function GroupSettings({ group }: { group: string }) {
  const facts = useGroup(group)
  const { place, daysOff } = usePrefetched(listWorkingTimes, { group })
  const actor = useActor(group)
  const reason = whyNotAllowed(actor, 'group.administer')?.because ?? null
  const [open, setOpen] = useState<'words' | 'numbers' | 'found' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <RoomHead
        lead={LEAD}
        readers={reason}
        action={
          may(actor, 'group.found') && (
            <Button onPointerEnter={CreateGroupDialog.ahead} onClick={() => setOpen('found')}>
              Create another group…
            </Button>
          )
        }
      />
      <FactsPanel
        title="About the group"
        reason={reason}
        onEdit={() => setOpen('words')}
        ahead={DescriptionForm.ahead}
        facts={[
          ['Name', facts.name],
          ['Summary', facts.summary],
          ['Vision', facts.vision],
          ['Mission', facts.mission],
          ['Main channel', facts.channel],
          ['Namespace', facts.namespace],
        ]}
      />
      {facts.lostZone !== null && <LostZone zone={facts.lostZone} />}
      <FactsPanel
        title="Calendar and capacity"
        reason={reason}
        onEdit={() => setOpen('numbers')}
        ahead={CalendarForm.ahead}
        facts={[
          ['Time zone', facts.zone],
          ['Public holidays', place],
          ['Days per weight', `A weight of 1 is about ${facts.daysPerWeight} working days.`],
          ['Focus factor', `${Math.round(facts.focusFactor * 100)} % of working time goes into issues.`],
          ['Triage share', `Triage takes ${facts.triageShare} % of each day in a week of duty.`],
          ['Refinement issue', turnText(facts)],
          ['Status updates', `Due every ${WEEKDAYS[facts.updateDay - 1] ?? 'week'}.`],
          ['Weekly sync', syncTurnText(facts)],
        ]}
      />
      <PlanningSettings group={group} reason={reason} />
      <DaysOffPanel group={group} daysOff={daysOff} today={facts.today} reason={reason} />
      <Managers group={group} />
      <OrganisationLabels group={group} />
      <ListEditor
        group={group}
        title="Channels"
        noun="channel"
        reason={reason}
        columns={[
          { name: 'name', label: 'Channel', max: 120 },
          { name: 'purpose', label: 'What it is for', max: 500 },
        ]}
        lines={facts.channels}
        toInput={(lines) => ({
          channels: lines.map(({ name = '', purpose = '' }) => ({ name, purpose })),
        })}
      />
      <ListEditor
        group={group}
        title="Cadence"
        noun="activity"
        reason={reason}
        ordered
        columns={[
          { name: 'activity', label: 'Activity', max: 300 },
          { name: 'frequency', label: 'Frequency', max: 120 },
          { name: 'owner', label: 'Owner', max: 300 },
        ]}
        lines={facts.cadence}
        toInput={(lines) => ({
          cadence: lines.map(({ activity = '', frequency = '', owner = '' }) => ({
            activity,
            frequency,
            owner,
          })),
        })}
      />
      {open === 'words' && <DescriptionForm group={group} onClose={close} />}
      {open === 'numbers' && <CalendarForm group={group} onClose={close} />}
      {open === 'found' && <CreateGroupDialog group={group} onClose={close} />}
    </>
  )
}

/** What was kept as the zone cannot be computed with; until it is fixed the pages say days that may not be the group's. */
function LostZone({ zone }: { zone: string }) {
  return (
    <p role="alert" className="rounded-sm bg-warn-soft px-2.5 py-1.5 text-pretty text-warn">
      “{zone}” is not a usable time zone. UTC applies until you choose another under “Calendar and capacity”.
    </p>
  )
}
