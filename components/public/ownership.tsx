import { OwnershipTable } from '#components/teams/ownership-table.tsx'
import { TeamBox } from '#components/teams/team-box.tsx'
import type { Team } from '#components/teams/team-box.tsx'
import type { Boundary } from '#components/teams/boundary-box.tsx'
import { Empty } from '#components/ui/state.tsx'

import { PrintButton } from './print-button.tsx'

type Props = { teams: readonly Team[]; boundaries: readonly Boundary[]; mission: string }

/** Who owns what and what lies outside, to be read: as boxes, and below as a table. */
export function PublicOwnership({ teams, boundaries, mission }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-2">
        <h1 className="flex-1 text-lg">Ownership</h1>
        <PrintButton />
      </div>
      {teams.length === 0 ? (
        <Empty title="No functional team yet" />
      ) : (
        <>
          {mission && (
            <p className="max-w-3xl text-base text-pretty whitespace-pre-line text-ink-2">{mission}</p>
          )}
          <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-6 max-lg:grid-cols-1">
            <div className="flex flex-col gap-3">
              {teams.map((team) => (
                <TeamBox key={team.slug} team={team} lit={false} />
              ))}
            </div>
            <section aria-labelledby="not-ours" className="flex flex-col gap-3">
              <h2 id="not-ours" className="text-ink-3">
                Outside our scope
              </h2>
              {boundaries.map((boundary) => (
                <Outside key={boundary.id} boundary={boundary} teams={teams} />
              ))}
            </section>
          </div>
          <section aria-labelledby="as-table" className="flex flex-col gap-2 max-lg:hidden">
            <h2 id="as-table" className="text-base font-semibold">
              The same as a table
            </h2>
            <OwnershipTable teams={teams} boundaries={boundaries} />
          </section>
        </>
      )}
    </div>
  )
}

function Outside({ boundary, teams }: { boundary: Boundary; teams: readonly Team[] }) {
  const { owner, area, relationship, sentence, team } = boundary
  const counterpart = teams.find(({ slug }) => slug === team)?.name
  return (
    <div className="break-inside-avoid rounded-lg border border-dashed border-line-strong bg-surface px-3.5 py-2.5">
      <p>
        <b className="font-semibold">{owner}</b>
        <span className="block text-xs text-ink-3">{area}</span>
      </p>
      <p className="mt-1 text-pretty text-ink-2">{relationship}</p>
      {sentence && (
        <p className="mt-1.5 border-l-2 border-line-strong pl-2 text-xs text-pretty">{sentence}</p>
      )}
      <p className="mt-1 text-xs text-ink-3">
        {counterpart ? `Counterpart of ${counterpart}.` : 'A boundary of the whole group.'}
      </p>
    </div>
  )
}
