'use client'

import { useStore } from '#components/ui/store.ts'
import { useMe } from '#components/shell/use-group.ts'
import type { WeekOfUpdates } from '#lib/contract/updates.ts'

import type { Desk } from '../mine/desk.ts'
import { missingText } from '../update-text.ts'
import { updateTitle } from '#lib/domain/updates/assembled.ts'

import { assembledItems } from './assembled-items.ts'
import { AssembledText } from './assembled-text.tsx'
import { CopyUpdates } from './copy-updates.tsx'

type Props = {
  group: string
  week: WeekOfUpdates
  desk: Desk
  /** Only what is posted stands in it, for each reader. */
  isPosted?: boolean
}

/** The update as the planning issue shows it, with what one writes at this moment. */
export function AssembledPanel({ group, week, desk, isPosted = false }: Props) {
  const written = useStore(desk.written, ({ fields }) => fields)
  const { handle } = useMe()
  const items = isPosted ? week.updates : assembledItems(week, written)
  const ready = new Set(items.map(({ subject }) => subject))
  const missing = missingText(week.missing, { me: handle, ready })
  return (
    <section
      aria-labelledby="assembled"
      className="flex min-h-0 flex-col rounded-lg border border-line bg-surface print:border-0"
    >
      <header className="flex min-h-[42px] flex-none items-center gap-2 border-b border-line px-3.5 py-1.5">
        <h2 id="assembled" className="num flex-1 text-sm font-semibold">
          {updateTitle(week.on)}
        </h2>
        <CopyUpdates group={group} on={week.on} items={items} />
      </header>
      <div className="scroll-calm flex min-h-0 flex-col gap-2 overflow-y-auto pb-2.5 print:overflow-visible">
        {items.length > 0 && <AssembledText group={group} items={items} />}
        {items.length === 0 && missing === '' && (
          <p className="px-3.5 pt-2.5 text-ink-3">No updates this week.</p>
        )}
        {missing !== '' && <p className="px-3.5 pt-1 text-xs text-pretty text-ink-3">{missing}</p>}
      </div>
    </section>
  )
}
