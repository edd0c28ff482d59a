'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'

import { closeList } from '#components/charts/list-link.tsx'
import { toast } from '#components/shell/toasts.ts'
import { Button } from '#components/ui/button.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Empty, Skeleton } from '#components/ui/state.tsx'
import { INSIGHT_TABLES, readInsights } from '#lib/contract/insights.ts'
import type { Insights } from '#lib/contract/insights.ts'
import { reading } from '#lib/http/query.ts'
import { issuesLink } from '#lib/kit/links.ts'

import { ChartPanels } from './chart-panels.tsx'
import { tablesIn, writeTables } from './chart-panel.tsx'
import { Filters } from './filters.tsx'
import { insightsInput } from './insights-reads.ts'
import { PrintedTables } from './printed-tables.tsx'

const CalibrationPanel = lazily(
  async () => (await import('./calibration/calibration-panel.tsx')).CalibrationPanel,
)
const HandsPanel = lazily(async () => (await import('./hands-panel.tsx')).HandsPanel)
const IssuesDialog = lazyPopup(async () => (await import('./issues-dialog.tsx')).IssuesDialog)

/** How work goes through the group. There is no figure and no filter per person. */
export function InsightsPage({ group }: { group: string }) {
  const query = useSearchParams()
  const { data, error } = useQuery({
    ...reading(readInsights, insightsInput(group, query)),
    placeholderData: keepPreviousData,
  })
  if (error && !data) throw error
  if (!data) return <Waiting />
  if (isEmpty(data) && !isNarrowed(query)) return <NoInsights group={group} />
  const list = query.get('list')
  return (
    <PageFrame className="flex max-w-[1440px] flex-col gap-3.5">
      <Head insights={data} />
      {isEmpty(data) && <p className="text-ink-2">No issues match these filters.</p>}
      <ChartPanels group={group} insights={data} />
      <CalibrationPanel group={group} />
      <HandsPanel group={group} />
      <PrintedTables group={group} insights={data} />
      {list !== null && <IssuesDialog group={group} list={list} onClose={closeList} />}
    </PageFrame>
  )
}

function Head({ insights }: { insights: Insights }) {
  const shown = tablesIn(useSearchParams())
  const all = shown.size === INSIGHT_TABLES.length
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h1 className="text-lg">Insights</h1>
      <Filters insights={insights} />
      <span className="flex-1" />
      <span className="text-xs text-ink-2">No figures per person</span>
      <Button
        kind="quiet"
        size="sm"
        className="no-print"
        aria-pressed={all}
        onClick={() => writeTables(all ? [] : INSIGHT_TABLES)}
      >
        Tables
      </Button>
      <Button size="sm" className="no-print" onClick={() => void copyLink()}>
        Copy link
      </Button>
    </header>
  )
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href)
    toast({ text: 'Copied the link to these charts.' })
  } catch {
    toast({ text: 'The browser blocked copying. Copy the address of this page.', tone: 'refused' })
  }
}

/** Nothing was ever in work, and nothing is. */
const isEmpty = ({ ages, flow, findings }: Insights): boolean =>
  ages.columns.every(({ items, earlier }) => items.length === 0 && earlier === 0) &&
  flow.days.every(({ counts }) => counts.every((count) => count === 0)) &&
  findings.rows.length === 0

const isNarrowed = (query: { get: (name: string) => string | null }) =>
  query.get('team') !== null || query.get('type') !== null

const NoInsights = ({ group }: { group: string }) => (
  <Empty title="Insights" isPage>
    <p>
      No issues yet. As issues move from column to column and are closed, this page measures how long they
      take, where they wait, and whether the work follows the plan.
    </p>
    <Link
      href={issuesLink(group)}
      prefetch={false}
      className="font-medium text-accent underline underline-offset-2"
    >
      Open the issues
    </Link>
  </Empty>
)

const Waiting = () => (
  <PageFrame className="flex max-w-[1440px] flex-col gap-3.5">
    <h1 className="text-lg">Insights</h1>
    <Skeleton className="h-[380px] rounded-lg" />
  </PageFrame>
)
