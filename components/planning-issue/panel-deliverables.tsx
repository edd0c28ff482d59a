import Link from 'next/link'
import { useState } from 'react'

import { cx } from '#components/ui/cx.ts'
import type { PlanningBlocks } from '#lib/contract/planning-issue.ts'
import { issueLink } from '#lib/kit/links.ts'

import { notShownText } from './figures.ts'
import type { PlannedPick } from './picks.ts'

type Props = {
  group: string
  deliverables: PlanningBlocks['deliverables']
  picks: readonly PlannedPick[]
}

/** As many as one looks at in passing. */
const FIRST = 8

/** The Deliverables that are there, and in green those that the picks will add. */
export function PanelDeliverables({ group, deliverables: { rows, notShown }, picks }: Props) {
  return (
    <>
      {(rows.length > 0 || notShown > 0 || picks.length === 0) && (
        <div className="flex flex-col gap-1 px-3.5">
          <h3 className="text-xs font-semibold">Deliverables and DRIs</h3>
          {rows.length + notShown === 0 && <p className="text-ink-3">No Deliverables yet.</p>}
          <Lines
            group={group}
            label="Deliverables"
            lines={rows.map(({ ref, title, dri }) => ({ ref, title, dri: dri?.name ?? null }))}
          />
          {notShown > 0 && <p className="num text-xs text-ink-2">{notShownText(notShown)}</p>}
        </div>
      )}
      {picks.length > 0 && (
        <div className="flex flex-col gap-1 border-l-2 border-good bg-good-soft px-3.5 py-2">
          <h3 className="text-xs font-semibold">
            Deliverables and DRIs <span className="font-normal text-ink-2">will be added</span>
          </h3>
          <Lines group={group} label="Deliverables that will be added" lines={picks} />
        </div>
      )}
    </>
  )
}

type LinesProps = {
  group: string
  label: string
  lines: readonly Pick<PlannedPick, 'ref' | 'title' | 'dri'>[]
}

function Lines({ group, label, lines }: LinesProps) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? lines : lines.slice(0, FIRST)
  if (lines.length === 0) return null
  return (
    <>
      <ul aria-label={label} className="num flex flex-col text-sm">
        {shown.map(({ ref, title, dri }) => (
          <li key={ref} className={cx('flex min-h-6 items-center gap-2 pointer-coarse:min-h-9')}>
            <span className="w-9 flex-none text-ink-3">#{ref}</span>
            <Link
              href={issueLink(group, ref)}
              prefetch={false}
              dir="auto"
              className="min-w-0 flex-1 truncate hover:underline print:whitespace-normal"
            >
              {title}
            </Link>
            <span dir="auto" className="max-w-24 flex-none truncate text-ink-2" title={dri ?? undefined}>
              {dri?.split(' ', 1)[0] ?? 'no DRI'}
            </span>
          </li>
        ))}
      </ul>
      {lines.length > shown.length && (
        <button
          type="button"
          className="tap self-start text-xs text-ink-2 hover:underline"
          onClick={() => setWhole(true)}
        >
          and {lines.length - shown.length} more
        </button>
      )}
    </>
  )
}
