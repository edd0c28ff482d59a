'use client'

import { useMemo, useState } from 'react'

import { useActor, useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { dayInFull } from '#components/ui/days/calendar-days.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { Menu } from '#components/ui/popups/menu.tsx'
import { Button } from '#components/ui/button.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { usePhone } from '#components/ui/hooks/use-phone.ts'
import { listMemberships } from '#lib/contract/memberships.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPeople } from '#lib/contract/people.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { listTimeOff } from '#lib/contract/time-off.ts'
import type { TimeOffEntry } from '#lib/contract/time-off.ts'
import { listWorkingTimes } from '#lib/contract/working-times.ts'
import { may } from '#lib/domain/permissions.ts'
import { eachDay } from '#lib/kit/plain-date.ts'

import { useOtherGroups } from './also-in.tsx'
import { draftOf, newDraft } from './draft.ts'
import type { Draft } from './draft.ts'
import { Grid } from './grid.tsx'
import { partsOf } from './lines.ts'
import { MilestoneEffect } from './milestone-effect.tsx'
import { PeriodBar } from './period-bar.tsx'
import { timeboxes } from './period.ts'
import type { Period } from './period.ts'
import { PhoneWeeks } from './phone-weeks.tsx'
import { CoverPanel } from './cover/cover-panel.tsx'
import { CoverRows } from './cover/cover-rows.tsx'
import { useRemove } from './use-remove.ts'
import { Yours } from './yours.tsx'

/** The server draws it; its fields are fetched behind the page. */
const EntryForm = lazily(async () => (await import('./entry-form.tsx')).EntryForm)

/** In pixels: with the choice of a person, and of the other groups that one is in, below two lines of words. */
const heightOfForm = (mayOthers: boolean, groups: number): number =>
  (mayOthers ? 470 : 406) + (groups > 0 ? 50 + 28 * groups : 0)

/** Who is away when: a month or a milestone of the whole group, with own days entered by dragging, keys or the form. */
export function TimeOffPage({ group, period }: { group: string; period: Period }) {
  const actor = useActor(group)
  const { today } = useGroup(group)
  const isPhone = usePhone()
  const groups = useOtherGroups(group)
  const { from, to } = period
  const people = usePrefetched(listPeople, { group }).items
  const teams = usePrefetched(listTeams, { group }).items
  const memberships = usePrefetched(listMemberships, { group }).items
  const entries = usePrefetched(listTimeOff, { group, from, to }).items
  const times = usePrefetched(listWorkingTimes, { group, from, to }).items
  const milestones = usePrefetched(listMilestones, { group }).items
  const own = usePrefetched(listTimeOff, { group, person: actor.handle }).items
  const boxes = useMemo(() => timeboxes(milestones), [milestones])
  const parts = useMemo(
    () => partsOf({ people, teams, memberships, times, entries, from, to }),
    [people, teams, memberships, times, entries, from, to],
  )
  const lines = useMemo(() => parts.flatMap((part) => part.lines), [parts])
  const shown = { from, to, lines }
  const [menu, setMenu] = useState<{ anchor: HTMLElement; entry: TimeOffEntry } | null>(null)
  const openMenu = (anchor: HTMLElement, entry: TimeOffEntry) => setMenu({ anchor, entry })
  const [draft, setDraft] = useState(() => newDraft(actor.handle))
  const [isAdding, setAdding] = useState(false)
  // the milestone that most is still to be decided about: the last one that the days touch
  const shownBox = period.milestone ?? boxes.findLast(({ startOn, dueOn }) => startOn <= to && from <= dueOn)
  const remove = useRemove(group)
  const mayOwn = may(actor, 'pto.own')
  const mayOthers = may(actor, 'pto.others')
  const mayEnterFor = (person: string) => (person === actor.handle ? mayOwn : mayOthers)
  const start = (next: Draft) => {
    setDraft(next)
    setAdding(true)
  }
  const edit = (entry: TimeOffEntry) => start(draftOf(entry))
  const form = (mayOwn || mayOthers) && (
    <EntryForm
      key={draft.entry ?? 'new'}
      group={group}
      draft={draft}
      shown={shown}
      boxes={boxes}
      mayOthers={mayOthers}
      onDraft={setDraft}
      onDone={() => {
        setDraft(newDraft(draft.person))
        setAdding(false)
      }}
    />
  )
  const yours = mayOwn && <Yours own={own} today={today} onEdit={edit} onRemove={remove} />
  const menuOfEntry = menu && (
    <Menu
      anchor={menu.anchor}
      label={`Time off from ${dayInFull(menu.entry.from)}`}
      entries={() => [
        { kind: 'act', label: 'Edit', act: () => edit(menu.entry) },
        { kind: 'act', label: 'Remove', act: () => remove(menu.entry) },
      ]}
      onClose={() => setMenu(null)}
    />
  )
  if (isPhone) {
    return (
      <PageFrame className="flex flex-col gap-3">
        <PeriodBar group={group} period={period} mayImport={mayOwn} />
        {isAdding ? (
          form
        ) : (
          <>
            <CoverPanel group={group} shown={shown} />
            <PhoneWeeks parts={parts} period={period} boxes={boxes} onMenu={openMenu} />
            {yours}
            {form && (
              <Button
                kind="primary"
                className="no-print sticky bottom-3 min-h-11 justify-center"
                onClick={() => start(newDraft(actor.handle))}
              >
                Add time off
              </Button>
            )}
          </>
        )}
        {menuOfEntry}
      </PageFrame>
    )
  }
  return (
    <PageFrame className="flex max-w-none flex-col gap-3">
      <PeriodBar group={group} period={period} mayImport={mayOwn} />
      <div className="grid grid-cols-[minmax(0,1fr)_312px] items-start gap-4 max-xl:grid-cols-1 print:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-4">
          <Grid
            period={period}
            boxes={boxes}
            parts={parts}
            today={today}
            draft={draft}
            mayEnterFor={mayEnterFor}
            onDraft={setDraft}
            onMenu={openMenu}
          >
            <CoverRows group={group} shown={shown} days={eachDay(from, to)} />
          </Grid>
          <div className="grid grid-cols-2 items-start gap-4 max-lg:grid-cols-1 [&>*:only-child]:col-span-full">
            <CoverPanel group={group} shown={shown} />
            {shownBox && <MilestoneEffect group={group} box={shownBox} />}
          </div>
        </div>
        <div className="no-print flex min-w-0 flex-col gap-4">
          {/* as high as the form: nothing below it moves when it comes */}
          {form && <div style={{ minHeight: heightOfForm(mayOthers, groups.length) }}>{form}</div>}
          {yours}
        </div>
      </div>
      {menuOfEntry}
    </PageFrame>
  )
}
