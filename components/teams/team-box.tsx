import { Avatar } from '#components/ui/avatar.tsx'
import { cx } from '#components/ui/cx.ts'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listTeams } from '#lib/contract/teams.ts'

export type Team = OutputOf<typeof listTeams>['items'][number]

/** A functional team with what it owns; main members solid, supporting ones dashed. */
export function TeamBox({ team, lit }: { team: Team; lit: boolean }) {
  const main = team.members.filter(({ kind }) => kind === 'main')
  const supporting = team.members.filter(({ kind }) => kind === 'supporting')
  return (
    <section
      data-team={team.slug}
      aria-labelledby={`team-${team.slug}`}
      className={cx(
        'break-inside-avoid rounded-lg border bg-surface transition-shadow',
        lit ? 'border-accent ring-[3px] ring-accent-soft' : 'border-line',
      )}
    >
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line px-3.5 py-2.5">
        <h2 dir="auto" id={`team-${team.slug}`} className="flex-1">
          {team.name}
        </h2>
        <ul aria-label="Members" className="flex items-center gap-2.5">
          {main.map(({ person, name }) => (
            <li key={person} className="flex items-center gap-1.5 text-xs text-ink-2">
              <Avatar face={{ handle: person, name }} size="sm" silent />
              <bdi>{name}</bdi>
            </li>
          ))}
          {supporting.map(({ person, name }) => (
            <li key={person} className="flex items-center gap-1.5 text-xs text-ink-3">
              <Avatar face={{ handle: person, name }} size="sm" as="supporting" silent />
              {name} <span>(supporting)</span>
            </li>
          ))}
        </ul>
      </header>
      {team.purpose && <p className="px-3.5 pt-2.5 text-pretty text-ink-2">{team.purpose}</p>}
      <dl className="grid grid-cols-[132px_minmax(0,1fr)] gap-x-3 gap-y-1.5 px-3.5 pt-2.5 pb-3 max-sm:grid-cols-1 max-sm:gap-y-0">
        {team.scope.map(({ name, description }) => (
          <div key={name} className="contents">
            <dt dir="auto" className="font-medium">
              {name}
            </dt>
            <dd className="text-pretty text-ink-2 max-sm:pb-1.5">{description}</dd>
          </div>
        ))}
      </dl>
      {team.note && (
        <p className="border-t border-line px-3.5 py-2 text-xs text-pretty text-ink-3">{team.note}</p>
      )}
    </section>
  )
}
