'use client'

import { useState } from 'react'

import { cx } from '#components/ui/cx.ts'
import { Menu } from '#components/ui/popups/menu.tsx'
import { spanText } from '#lib/kit/day-text.ts'
import { addDays, weekday } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { stretchesOf } from './gaps.ts'
import type { Stretch, Watch } from './gaps.ts'
import { useCover } from './use-cover.ts'
import type { Shown } from './use-cover.ts'

type Props = { group: string; shown: Shown; days: readonly PlainDate[] }

/** Who has triage of each functional team, by the week; where that person is away it is hatched until another takes it. */
export function CoverRows({ group, shown, days }: Props) {
  const { teams, menuOf } = useCover(group, shown)
  const [open, setOpen] = useState<{ anchor: HTMLElement; watch: Watch } | null>(null)
  if (teams.length === 0) return null
  return (
    <tbody>
      <tr>
        <th
          scope="rowgroup"
          colSpan={days.length + 2}
          className="border-t border-line px-3.5 pt-1.5 text-left text-2xs font-semibold whitespace-nowrap text-ink-3"
        >
          Triage cover
        </th>
      </tr>
      {teams.map(({ slug, name, watches }) => (
        <tr key={slug}>
          <th scope="row" className="py-1 pr-1 pl-3.5 text-left font-medium">
            <bdi className="block truncate text-sm" title={name}>
              {name}
            </bdi>
          </th>
          {days.map((day) => {
            const watch = watches.find((one) => one.days.includes(day))
            const stretch = watch && stretchesOf(watch).find(({ from }) => from === day)
            return (
              <td key={day} className={cx('relative h-[30px] p-0', weekday(day) > 5 && 'bg-sunken')}>
                <span className="sr-only">{watch && textOf(watch, day)}</span>
                {watch && stretch && (
                  <Bar
                    watch={watch}
                    team={name}
                    stretch={stretch}
                    isOpenable={stretch.isMissed && menuOf(watch).length > 0}
                    onOpen={(anchor) => setOpen({ anchor, watch })}
                  />
                )}
              </td>
            )
          })}
        </tr>
      ))}
      {open && (
        <Menu
          anchor={open.anchor}
          label={`Triage in the week of ${spanText(open.watch.duty.week, open.watch.duty.week)}`}
          entries={() => menuOf(open.watch)}
          onClose={() => setOpen(null)}
        />
      )}
    </tbody>
  )
}

const textOf = ({ duty, missed }: Watch, day: PlainDate): string =>
  missed.includes(day) ? `${duty.name}, no cover` : duty.name

const BAR =
  'absolute inset-y-[5px] left-px z-[1] flex items-center overflow-hidden rounded-xs border px-1 text-2xs font-medium whitespace-nowrap print:border-black print:bg-white print:text-black'

type BarProps = {
  watch: Watch
  team: string
  stretch: Stretch
  isOpenable: boolean
  onOpen: (anchor: HTMLElement) => void
}

function Bar({ watch: { duty }, team, stretch: { from, count, isMissed }, isOpenable, onOpen }: BarProps) {
  const style = { width: `calc(${count * 100}% - 2px)` }
  const span = spanText(from, addDays(from, count - 1))
  if (!isMissed) {
    return (
      <span
        aria-hidden="true"
        data-tip={`${duty.name}: triage ${span}`}
        style={style}
        className={cx(BAR, 'border-control bg-surface text-ink')}
      >
        <span className="truncate">{count > 1 ? duty.name : ''}</span>
      </span>
    )
  }
  const look = cx(BAR, 'hatch border-warn bg-surface text-warn')
  const says = `${team}: no cover ${span}${duty.asked ? ', cover asked for' : ''}`
  const content = count > 2 && <span className="truncate bg-surface px-0.5">no cover</span>
  if (!isOpenable) {
    return (
      <span aria-hidden="true" data-tip={says} style={style} className={look}>
        {content}
      </span>
    )
  }
  return (
    <button
      type="button"
      aria-label={`${says}. Ask or take over`}
      aria-haspopup="menu"
      data-tip={says}
      style={style}
      className={cx(look, 'hover:brightness-105')}
      onClick={(event) => onOpen(event.currentTarget)}
    >
      {content}
    </button>
  )
}
