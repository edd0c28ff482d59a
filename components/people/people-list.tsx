'use client'

import Link from 'next/link'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Empty } from '#components/ui/state.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import { listPeople } from '#lib/contract/people.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { personLink } from '#lib/kit/links.ts'

import { rolesText } from './role-text.ts'

type Person = OutputOf<typeof listPeople>['items'][number]
type Team = OutputOf<typeof listTeams>['items'][number]

/** Who is in the group, as what, and in which functional teams. */
export function PeopleList({ group }: { group: string }) {
  const people = usePrefetched(listPeople, { group }).items
  const teams = usePrefetched(listTeams, { group }).items
  if (people.length === 0) {
    return (
      <Empty title="No people yet">
        <p>Add or invite people under Settings.</p>
      </Empty>
    )
  }
  return (
    <PageFrame className="flex flex-col gap-3">
      <h1 className="text-lg">People</h1>
      <ul aria-label="People" className="overflow-hidden rounded-lg border border-line bg-surface">
        {people.map((person) => (
          <PersonRow key={person.handle} group={group} person={person} teams={teams} />
        ))}
      </ul>
    </PageFrame>
  )
}

type RowProps = { group: string; person: Person; teams: readonly Team[] }

function PersonRow({ group, person, teams }: RowProps) {
  const { handle, name } = person
  return (
    <li className="relative flex items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2.5 last:border-b-0 focus-within:bg-hover hover:bg-hover max-sm:flex-wrap max-sm:items-start">
      <Avatar face={{ handle, name }} size="lg" silent />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          <Link
            href={personLink(group, handle)}
            prefetch={false}
            className="after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
          >
            <bdi>{name}</bdi>
          </Link>{' '}
          <span className="font-normal text-ink-3">@{handle}</span>
        </p>
        <p className="text-pretty text-ink-2">{rolesText(person)}</p>
      </div>
      <p className="w-72 flex-none text-xs text-ink-2 empty:max-sm:hidden max-sm:w-full max-sm:pl-11">
        {teamsOf(handle, teams)}
      </p>
    </li>
  )
}

/** “Gateway Services · Model Selection (supporting)”. */
function teamsOf(handle: string, teams: readonly Team[]): string {
  return teams
    .flatMap(({ name, members }) => {
      const member = members.find(({ person }) => person === handle)
      if (!member) return []
      return [member.kind === 'supporting' ? `${name} (supporting)` : name]
    })
    .join(' · ')
}
