'use client'

import { useRef, useState } from 'react'

import { PastButton } from '#components/past/past-button.tsx'
import { ShareButton } from '#components/shares/share-button.tsx'
import { useAt } from '#components/shell/past.ts'
import { useShown } from '#components/changes/use-shown.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { cx } from '#components/ui/cx.ts'
import { Button } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/state.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { listTeams } from '#lib/contract/teams.ts'
import { momentOf } from '#lib/kit/past.ts'

import { BoundaryBox } from './boundary-box.tsx'
import type { Boundary } from './boundary-box.tsx'
import { BoundaryLines } from './boundary-lines.tsx'
import { OwnershipTable } from './ownership-table.tsx'
import { TeamBox } from './team-box.tsx'

/** Who owns what, and what is not ours: teams with their scope, counterparts outside, a line for each boundary. */
export function OwnershipMap({ group }: { group: string }) {
  const { mission } = useGroup(group)
  const at = useAt()
  const { data, waiting } = useShown(listTeams, { group, ...momentOf(at) })
  const { items: teams, boundaries } = data
  const [lit, setLit] = useState<number | null>(null)
  const [asTable, setAsTable] = useState(false)
  const map = useRef<HTMLDivElement>(null)
  if (teams.length === 0) {
    return (
      <Empty title="No functional team yet">
        <p>The engineering manager sets up teams under Settings.</p>
      </Empty>
    )
  }
  const inOrder = placesOf(boundaries, teams)
  const isLit = (team: string) => (boundaries[lit ?? -1]?.team ?? team) === team
  return (
    <PageFrame className={cx('flex flex-col gap-4 transition-opacity', waiting && 'opacity-60')}>
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="flex-1 text-lg">Ownership</h1>
        <PastButton />
        <Button kind="quiet" aria-pressed={asTable} className="no-print" onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Map' : 'Table'}
        </Button>
        <Button kind="quiet" className="no-print" onClick={() => print()}>
          Print
        </Button>
        {at === null && <ShareButton group={group} what="ownership" />}
      </div>
      {mission && at === null && (
        <p className="max-w-3xl text-base text-pretty whitespace-pre-line text-ink-2">{mission}</p>
      )}
      {asTable ? (
        <OwnershipTable teams={teams} boundaries={boundaries} />
      ) : (
        <div
          ref={map}
          className="relative grid grid-cols-[minmax(0,1fr)_300px] gap-x-[120px] gap-y-6 py-1 max-xl:gap-x-16 max-lg:grid-cols-1 print:gap-x-8"
        >
          <div className="flex flex-col gap-3.5">
            {teams.map((team) => (
              <TeamBox key={team.slug} team={team} lit={lit !== null && isLit(team.slug)} />
            ))}
          </div>
          <section
            aria-labelledby="not-ours"
            className="flex flex-col justify-between gap-3 max-xl:justify-start max-xl:gap-6"
          >
            <h2 id="not-ours" className="text-ink-3">
              Outside our scope
            </h2>
            {inOrder.map(({ boundary, at }) => (
              <BoundaryBox
                key={at}
                boundary={boundary}
                at={at}
                lit={lit === at}
                onLight={(on) => setLit(on ? at : null)}
              />
            ))}
          </section>
          <BoundaryLines map={map} boundaries={boundaries} lit={lit} />
        </div>
      )}
    </PageFrame>
  )
}

/** In the order of the teams, so that the lines do not cross; what borders on the whole group lies beside a team without any. */
function placesOf(boundaries: readonly Boundary[], teams: readonly { slug: string }[]) {
  const free = teams.findIndex(({ slug }) => !boundaries.some(({ team }) => team === slug))
  const height = ({ team }: Boundary) => {
    const at = team === null ? free : teams.findIndex(({ slug }) => slug === team)
    return at < 0 ? teams.length : at
  }
  const all = boundaries.map((boundary, at) => ({ boundary, at, height: height(boundary) }))
  return all.toSorted((a, b) => a.height - b.height || a.at - b.at)
}
