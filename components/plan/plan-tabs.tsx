'use client'

import { cx } from '#components/ui/cx.ts'

import type { PlanState } from './plan-state.ts'

type Props = { tab: PlanState['tab']; onTab: (tab: PlanState['tab']) => void }

const TABS = [
  ['candidates', 'Candidates'],
  ['issue', 'Planning issue'],
] as const

/** Where there is room for one of both. */
export const Tabs = ({ tab, onTab }: Props) => (
  <fieldset className="grid min-w-0 grid-cols-2 rounded-sm border border-line bg-sunken p-0.5 @min-[820px]/plan:hidden print:hidden">
    <legend className="sr-only">Show</legend>
    {TABS.map(([value, label]) => (
      <button
        key={value}
        type="button"
        aria-pressed={tab === value}
        onClick={() => onTab(value)}
        className={cx(
          'tap min-h-7 rounded-xs font-medium pointer-coarse:min-h-9',
          tab === value ? 'bg-surface text-ink shadow-card' : 'text-ink-2 hover:text-ink',
        )}
      >
        {label}
      </button>
    ))}
  </fieldset>
)
