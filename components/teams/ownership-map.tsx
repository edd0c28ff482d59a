'use client'

import { useRef, useState } from 'react'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/state.tsx'
import { listTeams } from '#lib/contract/teams.ts'

import { BoundaryBox } from './boundary-box.tsx'
import type { Boundary } from './boundary-box.tsx'
import { BoundaryLines } from './boundary-lines.tsx'
import { OwnershipTable } from './ownership-table.tsx'
import { TeamBox } from './team-box.tsx'

/** Who owns what, and what is not ours: teams with their scope, counterparts outside, a line for each boundary. */
export function OwnershipMap({ group }: { group: string }) {
  const { mission } = useGroup(group)
  const { items: teams, boundaries } = usePrefetched(listTeams, { group })
  const [lit, setLit] = useState<number | null>(null)
  const [asTable, setAsTable] = useState(false)
  const map = useRef<HTMLDivElement>(null)
  if (teams.length === 0) {
    return (
      <Empty title="No functional team yet">
        <p>Ownership begins with a team and what it owns. Teams are set up by the engineering manager.</p>
      </Empty>
    )
  }
  // what borders on the whole group stands where there is room; its own words say that it is no single team's
  const home = teams.find(({ slug }) => !boundaries.some(({ team }) => team === slug)) ?? teams.at(-1)
  const isLit = (team: string) => (boundaries[lit ?? -1]?.team ?? team) === team
  return (
    <div className="mx-auto flex w-full max-w-[1280px] flex-col gap-4 px-7 py-5 max-sm:px-4">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="flex-1 text-lg tracking-[-0.012em] [font-weight:620]">Who owns what</h1>
        <Button kind="quiet" aria-pressed={asTable} className="no-print" onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Map' : 'Table'}
        </Button>
        <Button kind="quiet" className="no-print" onClick={() => print()}>
          Print
        </Button>
      </div>
      {mission && <p className="max-w-3xl text-base text-pretty text-ink-2">{mission}</p>}
      {asTable ? (
        <OwnershipTable teams={teams} boundaries={boundaries} />
      ) : (
        <div ref={map} className="relative grid gap-3.5 py-1 max-lg:gap-6">
          <h2 id="not-ours" className="text-ink-3 lg:ml-auto lg:w-[300px] max-lg:hidden">
            Not ours: loop them in
          </h2>
          {teams.map((team) => (
            <div key={team.slug} className={ROW}>
              <TeamBox team={team} lit={lit !== null && isLit(team.slug)} />
              <Outside
                boundaries={boundaries}
                teams={team.slug === home?.slug ? [team.slug, null] : [team.slug]}
                lit={lit}
                onLight={setLit}
              />
            </div>
          ))}
          <BoundaryLines map={map} boundaries={boundaries} lit={lit} />
        </div>
      )}
    </div>
  )
}

const ROW =
  'grid grid-cols-[minmax(0,1fr)_300px] items-center gap-x-[120px] max-lg:grid-cols-1 max-lg:gap-y-2 print:gap-x-8'

type OutsideProps = {
  boundaries: readonly Boundary[]
  teams: readonly (string | null)[]
  lit: number | null
  onLight: (at: number | null) => void
}

/** What lies beyond the boundaries of one team, beside it, so that the lines are short and never cross. */
function Outside({ boundaries, teams, lit, onLight }: OutsideProps) {
  return (
    <div className="grid gap-3">
      {boundaries.map((boundary, at) =>
        teams.includes(boundary.team) ? (
          <BoundaryBox
            key={boundary.area}
            boundary={boundary}
            at={at}
            lit={lit === at}
            onLight={(on) => onLight(on ? at : null)}
          />
        ) : null,
      )}
    </div>
  )
}
