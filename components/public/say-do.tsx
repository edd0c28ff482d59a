import { BarList } from '#components/charts/bar-list.tsx'
import { Nothing, Panel } from '#components/milestone-overview/panel.tsx'
import { ChartKey } from '#components/say-do/chart-key.tsx'
import {
  issues,
  reasonsTitle,
  reasonText,
  seriesTitle,
  slippedTitle,
} from '#components/say-do/say-do-text.ts'
import { daySpan } from '#components/ui/days/days.ts'
import { Empty } from '#components/ui/state.tsx'
import type { MilestoneSayDo, SayDoSeries } from '#lib/contract/say-do.ts'
import { figure } from '#lib/domain/capacity/text.ts'
import { percentOf } from '#lib/domain/say-do/definitions.ts'

import { PrintButton } from './print-button.tsx'
import { PublicSeries, SeriesDrawing } from './series.tsx'

/** Said and done of the last milestones, to be read: the finding, the chart with its table, the definitions, and the slips. */
export function PublicSayDo({ series, view }: { series: SayDoSeries; view: MilestoneSayDo | null }) {
  return (
    <div className="flex flex-col gap-3.5">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="flex-1 text-lg">
          Say/Do{view && <bdi className="font-normal text-ink-2"> · {view.milestone.title}</bdi>}
        </h1>
        <PrintButton />
      </div>
      {view === null ? (
        <Empty title="No milestone has started yet">
          <p>Say/Do is counted from the first milestone on.</p>
        </Empty>
      ) : (
        <Found series={series} view={view} />
      )}
    </div>
  )
}

function Found({ series, view }: { series: SayDoSeries; view: MilestoneSayDo }) {
  const { startOn, dueOn, slug } = view.milestone
  return (
    <>
      <div className="flex flex-col gap-1">
        <p className="num max-w-3xl text-xl leading-snug text-balance">{view.sentence}</p>
        {startOn && dueOn && <p className="num text-sm text-ink-2">{daySpan(startOn, dueOn)}</p>}
        {view.warnings.map(({ code, because }) => (
          <p key={code} className="text-pretty text-ink-2">
            {because}
          </p>
        ))}
      </div>
      <Panel heading={seriesTitle(series)}>
        <div className="px-3.5 pt-2.5">
          <ChartKey />
        </div>
        <div className="scroll-calm overflow-x-auto px-3.5 pb-3 print:overflow-visible">
          <SeriesDrawing series={series} shown={slug} />
        </div>
        <PublicSeries series={series} shown={slug} />
      </Panel>
      <Definitions view={view} />
      <div className="grid grid-cols-2 items-stretch gap-3.5 max-lg:grid-cols-1">
        <Slipped view={view} />
        <Reasons series={series} />
      </div>
    </>
  )
}

const Definitions = ({ view }: { view: MilestoneSayDo }) => (
  <section aria-label="Four definitions" className="rounded-lg border border-line bg-surface">
    <ul className="grid grid-cols-4 max-lg:grid-cols-2 max-sm:grid-cols-1">
      {view.definitions.map(({ name, title, text, done, said, ratio }) => (
        <li key={name} className="flex flex-col gap-0.5 p-3.5">
          <span className="num text-[1.5rem] leading-tight font-semibold tracking-tight">
            {ratio === null ? '–' : `${percentOf(ratio)} %`}
          </span>
          <p className="text-xs text-pretty text-ink-2">
            <b className="text-ink">
              <bdi>{title}</bdi>.
            </b>{' '}
            {text}{' '}
            <span className="num whitespace-nowrap text-ink">
              {figure(done)} ÷ {figure(said)}
            </span>
          </p>
        </li>
      ))}
    </ul>
  </section>
)

/** In a milestone that runs, what is left. */
function Slipped({ view: { items, left, slipped, sums } }: { view: MilestoneSayDo }) {
  const own = new Set(left ? left.open : slipped)
  const rows = items.filter(({ ref }) => own.has(ref))
  const count = left ? left.sum.count : sums.slipped.count
  const hidden = count - rows.length
  return (
    <Panel heading={left ? `${issues(count)} left` : slippedTitle(count)}>
      {rows.length === 0 && hidden === 0 && <Nothing>All that was assigned is done.</Nothing>}
      {rows.length > 0 && (
        <ul aria-label={left ? 'Left' : 'Slipped issues'} className="text-sm">
          {rows.map((item) => (
            <li
              key={item.ref}
              className="flex flex-wrap gap-x-3 border-b border-line px-3.5 py-1.5 last:border-b-0"
            >
              <span className="min-w-0 flex-1 basis-52 text-pretty wrap-anywhere">
                <span className="num text-xs text-ink-3">#{item.ref}</span> <bdi>{item.title}</bdi>
              </span>
              <span className="text-ink-2 wrap-anywhere">{reasonText(item)}</span>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && <p className="num px-3.5 py-2 text-xs text-ink-3">{issues(hidden)} not shown.</p>}
    </Panel>
  )
}

const Reasons = ({ series }: { series: SayDoSeries }) => (
  <Panel heading={reasonsTitle(series)}>
    {series.reasons.length === 0 ? (
      <Nothing>Nothing slipped in these milestones.</Nothing>
    ) : (
      <BarList
        label="Why issues slip"
        most={Math.max(...series.reasons.map(({ count }) => count))}
        bars={series.reasons.map(({ reason, title, count, cumulative }, at) => ({
          id: reason ?? 'none',
          value: count,
          tone: at === 0 ? 'bg-ink-2' : 'bg-control',
          head: <bdi>{title}</bdi>,
          figures: (
            <>
              <b>{count}</b> <span className="text-ink-3">· {Math.round(cumulative * 100)} %</span>
            </>
          ),
        }))}
      />
    )}
  </Panel>
)
