'use client'

import Link from 'next/link'

import { OpenHands } from '#components/hands/open-hands.tsx'
import { MoversLine } from '#components/forecast/movers-line.tsx'
import { MilestonePicker } from '#components/milestones/milestone-picker.tsx'
import { ShareButton } from '#components/shares/share-button.tsx'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Chip } from '#components/ui/chip.tsx'
import { daySpan } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { Note } from '#components/ui/tag.tsx'
import { CloseMilestone } from '#components/milestones/close/close-milestone.tsx'
import { readMilestone } from '#lib/contract/milestone-overview.ts'
import { readForecast } from '#lib/contract/forecast.ts'
import type { Overview } from '#lib/contract/milestone-overview.ts'
import { may } from '#lib/domain/permissions.ts'
import { isolated } from '#lib/kit/visible.ts'
import { boardLink, briefLink, milestoneLink, sayDoLink } from '#lib/kit/links.ts'

import { BurnUp } from './burn-up.tsx'
import { ForecastNote } from './forecast-note.tsx'
import { OutcomeSums } from './outcome.tsx'
import { Panel } from './panel.tsx'
import { sentenceOf } from './overview-text.ts'

/** The server draws these; their scripts come behind the chart. */
const Outcomes = lazily(async () => (await import('#components/milestones/outcomes/outcomes.tsx')).Outcomes)
const Blocked = lazily(async () => (await import('./blocked.tsx')).Blocked)
const CadenceStrip = lazily(
  async () => (await import('#components/activities/cadence-strip.tsx')).CadenceStrip,
)
const Confidence = lazily(
  async () => (await import('#components/confidence/confidence-bars.tsx')).ConfidenceBars,
)
const Drift = lazily(async () => (await import('./drift.tsx')).Drift)
const Goals = lazily(async () => (await import('./goals.tsx')).Goals)
const Load = lazily(async () => (await import('./load.tsx')).Load)
const PlanSummary = lazily(async () => (await import('./plan-summary.tsx')).PlanSummary)
const PushBacksOf = lazily(async () => (await import('#components/push-backs/push-backs-of.tsx')).PushBacksOf)
const States = lazily(async () => (await import('./states.tsx')).States)

type Props = { group: string; milestone: string }

/** Two thirds of the page, and all of a narrow one. */
const WIDE = 'col-span-8 max-xl:col-span-1'
/** Parts below each other: a part that moves to the next sheet takes its height along, which in columns it does not. */
const ON_PAPER = 'print:block print:space-y-3.5'

/** What a milestone is for, what was promised for it, how far it is, and what stands in its way. */
export function OverviewPage({ group, milestone }: Props) {
  const view = usePrefetched(readMilestone, { group, milestone })
  const forecast = usePrefetched(readForecast, { group, milestone })
  const { zone } = useGroup(group)
  const mayAct = may(useActor(group), 'assign.others')
  const { deliverables, capacity, outcome, burnUp, today } = view
  return (
    <PageFrame className={`flex flex-col gap-3.5 ${ON_PAPER}`}>
      <Head group={group} view={view} />
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-x-6 gap-y-2 max-md:grid-cols-1">
        <p className="num max-w-3xl text-xl leading-snug text-balance">
          {sentenceOf(view, forecast.forecast).map(({ text, strong }) =>
            strong ? <b key={text}>{text}</b> : text,
          )}
        </p>
        <ForecastNote
          group={group}
          view={forecast}
          className="md:text-right md:[&>p]:justify-end"
          partClassName="col-span-full"
        >
          {forecast.forecast && (
            <MoversLine group={group} forecast={forecast.forecast} className="col-span-full" />
          )}
        </ForecastNote>
      </div>
      <div className={`grid grid-cols-12 items-stretch gap-3.5 max-xl:grid-cols-1 ${ON_PAPER}`}>
        {burnUp ? (
          <BurnUp group={group} view={view} burnUp={burnUp} forecast={forecast.forecast} className={WIDE} />
        ) : (
          <PlanSummary group={group} view={view} className={WIDE} />
        )}
        <div
          className={`col-span-4 flex min-w-0 flex-col gap-3.5 max-xl:col-span-1 max-xl:flex-row max-md:flex-col ${ON_PAPER}`}
        >
          <Goals group={group} view={view} className={burnUp ? 'max-xl:flex-1' : 'flex-1'} />
          {burnUp && deliverables && (
            <Blocked group={group} zone={zone} today={today} deliverables={deliverables} className="flex-1" />
          )}
          {!deliverables && outcome && (
            <OutcomeSums group={group} milestone={milestone} outcome={outcome} className="flex-1" />
          )}
        </div>
      </div>
      <PushBacksOf
        group={group}
        work={`milestone-${view.milestone.slug}`}
        name={`the plan of ${isolated(view.milestone.title)}`}
        open={!view.milestone.closed}
      />
      {burnUp && !outcome && <OpenHands group={group} />}
      {burnUp && !outcome && <CadenceStrip group={group} />}
      {view.milestone.closed && <Outcomes group={group} milestone={view.milestone} />}
      {deliverables && (
        <div
          className={`grid grid-cols-3 items-stretch gap-3.5 max-xl:grid-cols-2 max-md:grid-cols-1 ${ON_PAPER}`}
        >
          {capacity ? (
            <Load group={group} milestone={milestone} capacity={capacity} />
          ) : (
            outcome && <OutcomeSums group={group} milestone={milestone} outcome={outcome} />
          )}
          <div className={`flex min-w-0 flex-col gap-3.5 ${ON_PAPER}`}>
            <States group={group} deliverables={deliverables} className="flex-1" />
            {view.confidence !== null && view.confidence.length > 0 && (
              <Panel heading="Confidence" count={view.confidence.length}>
                <Confidence group={group} milestone={milestone} subjects={view.confidence} />
              </Panel>
            )}
          </div>
          <Drift group={group} drift={view.drift} mayAct={mayAct} />
        </div>
      )}
    </PageFrame>
  )
}

function Head({ group, view }: { group: string; view: Overview }) {
  const { milestone, day, burnUp, outcome } = view
  const { slug, title, startOn, dueOn, closed } = milestone
  const build = useGroup(group).boards.find(({ kind }) => kind === 'build')
  const runs = burnUp !== null && outcome === null
  return (
    <header className="flex flex-wrap items-center gap-2.5">
      <h1 className="flex items-center gap-1.5 text-lg">
        Milestone
        <MilestonePicker
          group={group}
          milestone={slug}
          title={title}
          href={(to) => milestoneLink(group, to)}
        />
      </h1>
      {startOn && dueOn && (
        <Chip>
          <b>{daySpan(startOn, dueOn)}</b>
          {runs && ` · day ${day.day} of ${day.of}`}
        </Chip>
      )}
      {closed ? <Note tone="calm">closed</Note> : outcome && <Note tone="warn">past its last day</Note>}
      <span className="flex-1" />
      {build && (
        <Link
          href={boardLink(group, build.slug, { milestone: slug })}
          prefetch={false}
          className="tap inline-flex min-h-[30px] items-center gap-1.5 rounded-sm px-2.5 py-1 font-medium text-ink-2 hover:bg-hover hover:text-ink no-print"
        >
          <Icon name="board" />
          Build Board
        </Link>
      )}
      {burnUp && (
        <Link
          href={sayDoLink(group, slug)}
          prefetch={false}
          className="tap inline-flex min-h-[30px] items-center gap-1.5 rounded-sm px-2.5 py-1 font-medium text-ink-2 hover:bg-hover hover:text-ink no-print"
        >
          <Icon name="kept" />
          Say/Do
        </Link>
      )}
      <Link
        href={briefLink(group, slug)}
        prefetch={false}
        className="tap inline-flex min-h-[30px] items-center gap-1.5 rounded-sm px-2.5 py-1 font-medium text-ink-2 hover:bg-hover hover:text-ink no-print"
      >
        <Icon name="rows" />
        Brief
      </Link>
      <ShareButton group={group} what="brief" milestone={{ slug, title }} />
      <span className="no-print">
        <CloseMilestone group={group} milestone={milestone} />
      </span>
    </header>
  )
}
