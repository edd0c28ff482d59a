'use client'

import { useEffect, useRef } from 'react'

import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useStore } from '#components/ui/store.ts'

import type { Lane } from './arrange.ts'
import { useBoardParts } from './board-context.ts'
import { figure } from './capacity.ts'
import { ColumnHeader } from './column-header.tsx'
import type { LaneLook } from './column-rows.tsx'
import type { Swimlane } from './grouping.ts'
import { SwimlaneCell } from './swimlane-cell.tsx'

type Props = {
  lanes: readonly Lane[]
  swimlanes: readonly Swimlane[]
  folded: readonly string[]
  onFold: (folded: string[]) => void
  look: LaneLook
  filtered: boolean
}

/** Grouped cards lie in lanes across all columns; a folded lane is its head alone. */
export function Swimlanes({ lanes, swimlanes, folded, onFold, look, filtered }: Props) {
  const { store } = useBoardParts()
  const root = useRef<HTMLDivElement>(null)
  const wanted = useStore(store, (state) => (state.wanted ? state.active : null))
  useEffect(() => {
    if (wanted === null) return
    const card = root.current?.querySelector(`[data-card="${wanted}"]`)
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [wanted])
  const columns = lanes.filter(({ column }) => column !== null)
  const grid = { gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` }
  return (
    <div ref={root} className="flex-1" style={{ minWidth: columns.length * 228 }}>
      <div className="sticky top-0 z-10 grid gap-3 bg-bg pb-1" style={grid}>
        {columns.map((lane) => (
          <section key={lane.id} aria-label={lane.title} className="min-w-0 rounded-lg bg-sunken">
            <ColumnHeader lane={lane} filtered={filtered} />
          </section>
        ))}
      </div>
      {swimlanes.map(({ key, title, sums }) => {
        const open = !folded.includes(key)
        const fold = () => onFold(open ? [...folded, key] : folded.filter((one) => one !== key))
        return (
          <section key={key} aria-label={title} className="border-t border-line first:border-t-0">
            <h2 className="sticky left-0 w-fit max-w-[80vw] text-xs">
              <button
                type="button"
                aria-expanded={open}
                onClick={fold}
                className="flex min-h-8 max-w-full items-center gap-2 rounded-sm pr-2 pl-1 text-left font-normal text-ink-2 hover:text-ink pointer-coarse:min-h-11"
              >
                <Icon name="chevron" className={cx('size-3.5 transition-transform', !open && '-rotate-90')} />
                <span dir="auto" className="truncate font-semibold text-ink">
                  {title}
                </span>
                <span className="num flex-none">
                  {sums.count} · weight {figure(sums.weight)}
                </span>
              </button>
            </h2>
            {open && (
              <div className="grid gap-3 pb-2" style={grid}>
                {columns.map((lane) => (
                  <SwimlaneCell key={lane.id} lane={lane} section={key} title={title} look={look} />
                ))}
              </div>
            )}
          </section>
        )
      })}
      {swimlanes.length === 0 && (
        <p className="px-2 py-6 text-center text-xs text-ink-3">
          {filtered ? 'No cards match the filter.' : 'No cards.'}
        </p>
      )}
    </div>
  )
}
