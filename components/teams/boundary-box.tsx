'use client'

import { cx } from '#components/ui/cx.ts'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listTeams } from '#lib/contract/teams.ts'

import { Owner } from './owner.tsx'

export type Boundary = OutputOf<typeof listTeams>['boundaries'][number]

type Props = { boundary: Boundary; at: number; lit: boolean; onLight: (on: boolean) => void }

/** An area that is not ours, whose it is, and the sentence that draws the line. Lights up its end of the map. */
export function BoundaryBox({ boundary, at, lit, onLight }: Props) {
  const { area, owner, ownerGroup, relationship, sentence, team } = boundary
  const box = (
    <button
      type="button"
      data-boundary={at}
      aria-pressed={lit}
      onPointerEnter={() => onLight(true)}
      onPointerLeave={() => onLight(false)}
      onFocus={() => onLight(true)}
      onBlur={() => onLight(false)}
      onClick={() => onLight(true)}
      className={cx(
        'block w-full break-inside-avoid rounded-lg border border-dashed bg-surface px-3.5 py-2.5 text-left',
        lit ? 'border-accent ring-[3px] ring-accent-soft' : 'border-line-strong',
      )}
    >
      <b className="font-semibold">{owner}</b>
      <span className="block text-xs text-ink-3">{area}</span>
      <span className="mt-1 block text-pretty text-ink-2">{relationship}</span>
      {team === null && <span className="mt-1 block text-xs text-ink-3">A boundary of the whole group.</span>}
      {lit && sentence && (
        <span className="mt-1.5 block border-l-2 border-accent pl-2 text-xs text-pretty">{sentence}</span>
      )}
    </button>
  )
  if (ownerGroup === null) return box
  return (
    <div>
      {box}
      <p className="px-3.5 pt-1 text-xs no-print">
        <Owner name={`What ${owner} owns`} group={ownerGroup} />
      </p>
    </div>
  )
}
