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
