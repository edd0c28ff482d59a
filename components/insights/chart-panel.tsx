'use client'

import { useSearchParams } from 'next/navigation'
import { useRef } from 'react'
import type { ReactNode } from 'react'

import { writeAddress } from '#components/charts/address.ts'
import { ExportMenu } from '#components/charts/export-menu.tsx'
import { Panel } from '#components/milestone-overview/panel.tsx'
import { Button } from '#components/ui/button.tsx'
import { exportInsights, INSIGHT_TABLES } from '#lib/contract/insights.ts'
import type { InsightTable } from '#lib/contract/insights.ts'
import { addressOf } from '#lib/http/call.ts'

import { insightsInput } from './insights-reads.ts'

type Props = {
  group: string
  name: InsightTable
  /** What the chart finds. */
  title: string
  /** What it shows, with its unit. */
  note: ReactNode
  keys?: ReactNode
  chart: ReactNode
  /** How high the chart will be, in pixels. */
  room: number
  table: ReactNode
  /** How its figures are computed. */
  how: ReactNode
  className?: string
}

/** A chart or its table, with its way out as a file and how it is computed. */
export function ChartPanel({ group, name, title, note, keys, chart, room, table, how, className }: Props) {
  const query = useSearchParams()
  const shown = tablesIn(query)
  const isTable = shown.has(name)
  const marked = useRef<HTMLDivElement>(null)
  const href = addressOf(exportInsights, { ...insightsInput(group, query), table: name })
  return (
    <Panel heading={title} className={className}>
      <div ref={marked} className="flex flex-1 flex-col">
        <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1 px-3.5 pt-2 text-xs text-ink-2">
          <span className="num">{note}</span>
          {!isTable && keys}
          <span className="-my-0.5 -mr-2 ml-auto flex items-center no-print">
            <Button
              kind="quiet"
              size="sm"
              aria-pressed={isTable}
              aria-label={`Table: ${title}`}
              onClick={() => writeTables(isTable ? without(shown, name) : [...shown, name])}
            >
              Table
            </Button>
            <ExportMenu
              name={`${group}-insights-${name}`}
              title={title}
              chart={() => (isTable ? null : marked.current)}
              files={[{ label: 'Figures', kind: 'csv', href }]}
            />
          </span>
        </div>
        {isTable ? (
          <div className="scroll-calm overflow-x-auto pt-1.5 print:overflow-visible">{table}</div>
        ) : (
          <div className="flex-1 px-3.5 pt-1 pb-2">
            <div style={{ minHeight: room }}>{chart}</div>
          </div>
        )}
      </div>
      <details className="text-xs text-ink-2">
        <summary className="tap flex w-fit cursor-pointer items-center px-3.5 py-2 underline underline-offset-2 hover:text-ink">
          How is this computed?
        </summary>
        <div className="flex flex-col gap-1.5 px-3.5 pb-3 text-pretty">{how}</div>
      </details>
    </Panel>
  )
}

type Query = { get: (name: string) => string | null }

/** Which charts stand there as tables. */
export function tablesIn(query: Query): ReadonlySet<InsightTable> {
  const asked = query.get('tables')?.split('.') ?? []
  return new Set(INSIGHT_TABLES.filter((one) => asked.includes(one)))
}

const without = (shown: ReadonlySet<InsightTable>, name: InsightTable) =>
  [...shown].filter((one) => one !== name)

export const writeTables = (names: readonly InsightTable[]): void =>
  writeAddress({ tables: names.length === 0 ? null : names.join('.') })
