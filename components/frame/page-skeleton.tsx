import type { ReactNode } from 'react'

import { Skeleton } from '#components/ui/state.tsx'
import { PageFrame, RailFrame } from '#components/ui/page-frame.tsx'

/** The shape of the page at an address, while its words are on their way. */
export function PageSkeleton({ path }: { path: string }) {
  const page = path.split('/').slice(2).join('/')
  const draw = SHAPES.find(([pages]) => pages.test(page))?.[1] ?? drawLines
  return (
    <div aria-busy="true" className="flex h-full flex-col">
      <p className="sr-only">Loading…</p>
      {draw()}
    </div>
  )
}

const SHAPES: readonly [pages: RegExp, draw: () => ReactNode][] = [
  [/^boards\/|^ownership$/, drawColumns],
  [/^issues$/, drawTable],
  [/^(issues|epics)\/\d+$/, drawText],
  [/^settings/, drawSettings],
  [/^milestones\/[^/]+\/capacity$/, drawGrid],
  [/^milestones\/[^/]+\/plan$/, drawPlan],
  [/^milestones\/[^/]+$/, drawOverview],
  [/(^|\/)say-do$/, drawSayDo],
  [/^insights$/, drawInsights],
  [/^status$/, drawStatus],
]

const WIDTHS = ['w-3/4', 'w-1/2', 'w-2/3', 'w-4/5', 'w-3/5', 'w-1/2', 'w-3/4', 'w-2/3']

/** A week, an inbox, epics: a title over lines. */
function drawLines() {
  return (
    <PageFrame className="flex flex-col gap-5">
      <Skeleton className="h-6 w-36" />
      <Lines />
    </PageFrame>
  )
}

const Lines = () => (
  <div className="flex flex-col gap-5 rounded-lg border border-line bg-surface p-4">
    {WIDTHS.map((width, at) => (
      <Skeleton key={`${width} ${at}`} className={`h-4 ${width}`} />
    ))}
  </div>
)

function drawTable() {
  return (
    <>
      <div className="flex flex-col gap-4 px-5 pt-4 pb-3 max-sm:px-3">
        <Skeleton className="h-6 w-48" />
        <Skeleton className="h-7 w-80 max-w-full" />
      </div>
      <div className="flex flex-1 flex-col gap-5 border-t border-line bg-surface p-4">
        {[...WIDTHS, ...WIDTHS].map((width, at) => (
          <Skeleton key={`${width} ${at}`} className={`h-4 ${width}`} />
        ))}
      </div>
    </>
  )
}

function drawColumns() {
  return (
    <>
      <div className="flex flex-col gap-3 px-5 py-4 max-sm:px-3">
        <Skeleton className="h-7 w-56" />
        <Skeleton className="h-4 w-80 max-w-full" />
        <Skeleton className="h-7 w-52" />
      </div>
      <div className="flex min-h-0 flex-1 gap-3 overflow-hidden px-5 pb-3 max-sm:px-3">
        {[4, 3, 2, 3, 1].map((cards, at) => (
          <div
            key={`${cards} ${at}`}
            className="flex min-w-56 flex-1 flex-col gap-2 rounded-lg bg-sunken p-2"
          >
            <Skeleton className="mx-1 my-1.5 h-4 w-2/3" />
            {WIDTHS.slice(0, cards).map((width) => (
              <div
                key={width}
                className="flex flex-col gap-2.5 rounded-sm border border-line bg-surface p-2.5"
              >
                <Skeleton className="h-3 w-10" />
                <Skeleton className={`h-4 ${width}`} />
                <Skeleton className="h-4 w-1/3" />
              </div>
            ))}
          </div>
        ))}
      </div>
    </>
  )
}

/** An issue or an epic: its text, and its facts at the right. */
function drawText() {
  return (
    <RailFrame>
      <div className="flex flex-col gap-4">
        <Skeleton className="h-7 w-3/4" />
        <Skeleton className="h-3 w-48" />
        {WIDTHS.map((width, at) => (
          <Skeleton key={`${width} ${at}`} className={`h-4 ${width}`} />
        ))}
      </div>
      <div className="flex flex-col gap-4 max-lg:order-first">
        <Skeleton className="h-7 w-24" />
        {WIDTHS.map((width, at) => (
          <Skeleton key={`${width} ${at}`} className="h-5 w-full" />
        ))}
      </div>
    </RailFrame>
  )
}

function drawSettings() {
  return (
    <PageFrame className="flex flex-col gap-4">
      <Skeleton className="h-6 w-36" />
      <div className="flex gap-8 max-md:flex-col">
        <div className="flex w-44 flex-none flex-col gap-4">
          {WIDTHS.map((width, at) => (
            <Skeleton key={`${width} ${at}`} className={`h-4 ${width}`} />
          ))}
        </div>
        <div className="flex min-w-0 flex-1 flex-col gap-4">
          <Lines />
        </div>
      </div>
    </PageFrame>
  )
}

/** Capacity: a sentence over people × weeks. */
function drawGrid() {
  return (
    <PageFrame className="flex flex-col gap-4">
      <Skeleton className="h-7 w-56" />
      <Skeleton className="h-6 w-4/5" />
      <div className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
        {WIDTHS.map((width, at) => (
          <div key={`${width} ${at}`} className="flex gap-1">
            <Skeleton className="h-8 w-48" />
            {WIDTHS.slice(0, 5).map((_, week) => (
              <Skeleton key={week} className="h-8 flex-1" />
            ))}
            <Skeleton className="h-8 w-32" />
          </div>
        ))}
      </div>
    </PageFrame>
  )
}

/** A plan: its steps, the candidates, and the planning issue. */
function drawPlan() {
  return (
    <>
      <div className="px-5 pt-3.5 pb-3 max-sm:px-3">
        <Skeleton className="h-7 w-80 max-w-full" />
      </div>
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)_302px] gap-4 px-5 pb-4 max-lg:grid-cols-1 max-sm:px-3 xl:grid-cols-[212px_minmax(0,1fr)_302px]">
        <div className="flex flex-col gap-7 max-xl:hidden">
          {WIDTHS.slice(0, 7).map((width, at) => (
            <Skeleton key={`${width} ${at}`} className={`h-9 ${width}`} />
          ))}
        </div>
        <Lines />
        <div className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4 max-lg:hidden">
          {WIDTHS.map((width, at) => (
            <Skeleton key={`${width} ${at}`} className={`h-4 ${width}`} />
          ))}
        </div>
      </div>
    </>
  )
}

/** A milestone: a sentence over a chart and panels. */
function drawOverview() {
  return (
    <PageFrame className="flex flex-col gap-3.5">
      <Skeleton className="h-7 w-72" />
      <Skeleton className="h-6 w-3/5" />
      <div className="grid grid-cols-12 gap-3.5 max-lg:grid-cols-1">
        <div className="col-span-8 flex h-[430px] flex-col gap-4 rounded-lg border border-line bg-surface p-4 max-lg:col-span-1">
          <Skeleton className="h-4 w-1/3" />
          <Skeleton className="min-h-0 flex-1" />
        </div>
        <div className="col-span-4 max-lg:col-span-1">
          <Lines />
        </div>
      </div>
    </PageFrame>
  )
}

/** Say/Do: a sentence, the chart, four figures, and two lists. */
function drawSayDo() {
  return (
    <PageFrame className="flex flex-col gap-3.5">
      <Skeleton className="h-7 w-56" />
      <Skeleton className="h-12 w-3/5 max-sm:w-full" />
      <Skeleton className="h-[480px] rounded-lg" />
      <Skeleton className="h-32 rounded-lg" />
      <div className="grid grid-cols-2 gap-3.5 max-lg:grid-cols-1">
        <Skeleton className="h-44 rounded-lg" />
        <Skeleton className="h-44 rounded-lg" />
      </div>
    </PageFrame>
  )
}

/** The weekly updates: a card for each subject, and who owes one. */
function drawStatus() {
  return (
    <div className="flex flex-col gap-3 px-5 pt-3.5 pb-4 max-sm:px-3">
      <Skeleton className="h-7 w-80 max-w-full" />
      <div className="grid grid-cols-[minmax(0,1fr)_362px] gap-4 max-lg:grid-cols-1">
        <div className="flex flex-col gap-3.5">
          {WIDTHS.slice(0, 3).map((width, at) => (
            <div
              key={`${width} ${at}`}
              className="flex flex-col gap-3.5 rounded-lg border border-line bg-surface p-3.5"
            >
              <Skeleton className={`h-4 ${width}`} />
              <Skeleton className="h-[90px] w-full max-sm:h-64" />
              <Skeleton className="h-7 w-2/3" />
            </div>
          ))}
        </div>
        <div className="max-lg:hidden">
          <Lines />
        </div>
      </div>
    </div>
  )
}

/** Insights: two wide charts over three narrow ones, each with its axes. */
function drawInsights() {
  return (
    <PageFrame className="flex max-w-[1440px] flex-col gap-3.5">
      <Skeleton className="h-7 w-96 max-w-full" />
      <div className="grid grid-cols-6 gap-3.5 max-lg:grid-cols-1">
        {CHART_PLACES.map((place, at) => (
          <div
            key={`${place} ${at}`}
            className={`rounded-lg border border-line bg-surface px-8 pt-16 pb-14 max-lg:col-span-1 ${place}`}
          >
            <div className="h-full border-b border-l border-line" />
          </div>
        ))}
      </div>
    </PageFrame>
  )
}

const CHART_PLACES = [
  'col-span-3 h-[416px]',
  'col-span-3 h-[416px]',
  'col-span-2 h-[364px]',
  'col-span-2 h-[364px]',
  'col-span-2 h-[364px]',
]
