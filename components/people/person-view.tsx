'use client'

import Link from 'next/link'

import { LoadLine } from '#components/dris/load-line.tsx'
import { PersonHands } from '#components/hands/person-hands.tsx'
import { IssueRow } from '#components/issues/list/issue-row.tsx'
import { useLookups } from '#components/lookups/lookups.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { useLineKeys } from '#components/shell/use-line-keys.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { RailFrame } from '#components/ui/page-frame.tsx'
import { Rows, Section } from '#components/ui/section.tsx'
import { comingDays } from '#components/working-times/coming-days.ts'
import { NextWeeks } from '#components/working-times/next-weeks.tsx'
import { WorkingWeeks } from '#components/working-times/working-weeks.tsx'
import { listDris } from '#lib/contract/drift.ts'
import { followEpics } from '#lib/contract/epics.ts'
import { indexIssues } from '#lib/contract/issue-lists.ts'
import { listPeople } from '#lib/contract/people.ts'
import { listTimeOff } from '#lib/contract/time-off.ts'
import { listWorkingTimes } from '#lib/contract/working-times.ts'
import { may } from '#lib/domain/permissions.ts'
import { epicLink, issuesLink, peopleLink } from '#lib/kit/links.ts'

import { PersonTeams } from './person-teams.tsx'
import { drivenBy } from './person-reads.ts'
import { rolesText } from './role-text.ts'

/** A person of the group: when they work in the next weeks, how, in which teams, and what they drive. */
export function PersonView({ group, person: handle }: { group: string; person: string }) {
  const lookups = useLookups(group)
  const actor = useActor(group)
  const { today } = useGroup(group)
  const times = usePrefetched(listWorkingTimes, { group })
  const away = usePrefetched(listTimeOff, { group, person: handle }).items
  const person = usePrefetched(listPeople, { group }).items.find((one) => one.handle === handle)
  useLineKeys({ title: person?.name ?? handle })
  const own = times.items.find((one) => one.person === handle)
  // Who was removed from the group meanwhile has no page any more; the people of the group have.
  if (!person || !own) return <Gone group={group} />
  const entries = away.map(({ from, to, ...entry }) => ({ ...entry, fromOn: from, toOn: to }))
  const mayEdit =
    may(actor, 'working_time.others') || (handle === actor.handle && may(actor, 'working_time.own'))
  return (
    <RailFrame>
      <header className="col-span-full flex items-center gap-3">
        <Avatar face={person} size="lg" silent />
        <div className="min-w-0">
          <h1 className="text-lg wrap-anywhere">
            <bdi>{person.name}</bdi> <span className="text-sm font-normal text-ink-3">@{handle}</span>
          </h1>
          <p className="text-pretty text-ink-2">{rolesText(person)}</p>
        </div>
      </header>
      <div className="flex min-w-0 flex-col gap-6">
        <NextWeeks days={comingDays(own, entries, times)} today={today} holidays={own.holidays} away={away} />
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <WorkingWeeks
          group={group}
          person={{ handle, name: person.name }}
          times={own.times}
          today={today}
          placeOfGroup={times.place}
          mayEdit={mayEdit}
        />
        <PersonTeams group={group} person={handle} />
      </div>
      {/* hands and issues stand in lines, which need the whole width */}
      <div className="col-span-full flex min-w-0 flex-col gap-6">
        <PersonHands group={group} person={handle} />
        <Drives group={group} person={handle} name={person.name} lookups={lookups} />
      </div>
    </RailFrame>
  )
}

type DrivesProps = { group: string; person: string; name: string; lookups: ReturnType<typeof useLookups> }

function Drives({ group, person, name, lookups }: DrivesProps) {
  const { total, first } = usePrefetched(indexIssues, { group, ...drivenBy(person) })
  const { milestone, people } = usePrefetched(listDris, { group, person })
  const epics = usePrefetched(followEpics, { group }).items.filter(
    ({ techLead, closed }) => techLead === person && !closed,
  )
  return (
    <>
      {epics.length > 0 && (
        <Section title="Tech lead of" count={epics.length}>
          <ul aria-label="Tech lead of" className="rounded-lg border border-line bg-surface">
            {epics.map(({ number, title }) => (
              <li key={number} className="border-b border-line px-3.5 py-2 last:border-b-0">
                <Link href={epicLink(group, number)} prefetch={false} className="font-medium hover:underline">
                  <bdi>{title}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title="Drives"
        count={total}
        note={milestone && <LoadLine load={people[0] ?? null} milestone={milestone.title} />}
      >
        {total === 0 && (
          <p className="text-pretty text-ink-3">
            <bdi>{name}</bdi> is the DRI of no open issue.
          </p>
        )}
        {total > 0 && (
          <Rows label="Drives">
            {first.slice(0, SHOWN).map((card) => (
              <IssueRow key={card.ref} group={group} card={card} lookups={lookups} />
            ))}
          </Rows>
        )}
        {total > SHOWN && (
          <Link
            href={issuesLink(group, { filter: drivenBy(person).filter })}
            prefetch={false}
            className="tap self-start text-xs font-medium text-accent underline underline-offset-2"
          >
            All {total}
          </Link>
        )}
      </Section>
    </>
  )
}

const SHOWN = 12

function Gone({ group }: { group: string }) {
  return (
    <p className="px-5 py-6 text-pretty">
      This person is no longer in the group.{' '}
      <Link href={peopleLink(group)} className="font-medium text-accent underline underline-offset-2">
        People of the group
      </Link>
    </p>
  )
}
