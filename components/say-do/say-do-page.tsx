'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'

import { closeList } from '#components/charts/list-link.tsx'
import { useShown } from '#components/changes/use-shown.ts'
import { MilestonePicker } from '#components/milestones/milestone-picker.tsx'
import { ShareButton } from '#components/shares/share-button.tsx'
import { PastButton } from '#components/past/past-button.tsx'
import { useAt } from '#components/shell/past.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { cx } from '#components/ui/cx.ts'
import { Chip } from '#components/ui/chip.tsx'
import { daySpan } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Note } from '#components/ui/tag.tsx'
import { listSayDo, readSayDo } from '#lib/contract/say-do.ts'
import type { MilestoneSayDo, SayDoSeries } from '#lib/contract/say-do.ts'
import { milestoneLink, sayDoLink } from '#lib/kit/links.ts'
import { momentOf } from '#lib/kit/past.ts'

import { Definitions } from './definitions.tsx'
import { NoSayDo } from './no-say-do.tsx'
import { listNamed } from './part-list.ts'
import { milestoneShown, seriesInput } from './say-do-reads.ts'
import { SeriesPanel } from './series-panel.tsx'

const IssuesDialog = lazyPopup(async () => (await import('./issues-dialog.tsx')).IssuesDialog)
/** The server draws these; their scripts come behind the chart. */
const Slipped = lazily(async () => (await import('./slipped.tsx')).Slipped)
const Reasons = lazily(async () => (await import('./reasons.tsx')).Reasons)
const LaterNotes = lazily(async () => (await import('./later-notes.tsx')).LaterNotes)

type Props = {
  group: string
  /** Null for the latest that is over at the moment that is shown. */
  milestone: string | null
}

/** What was said and done in a milestone, and in those before it; each figure opens the issues that it counts. */
export function SayDoPage({ group, milestone }: Props) {
  const at = useAt()
  const query = useSearchParams()
  const { data: series, waiting } = useShown(listSayDo, seriesInput(group, query))
  const slug = milestone ?? milestoneShown(series)
  const [shown, show] = useState({ slug, at })
  // of a moment to come it is not known which milestone was the latest
  if (!waiting && (shown.slug !== slug || shown.at !== at)) show({ slug, at })
  if (shown.slug === null) return <NoSayDo group={group} />
  return <OfMilestone group={group} milestone={shown.slug} at={shown.at} series={series} waiting={waiting} />
}

type Shown = { group: string; milestone: string; at: string | null; series: SayDoSeries; waiting: boolean }

function OfMilestone({ group, milestone, at, series, waiting }: Shown) {
  const { data: view, waiting: waits } = useShown(readSayDo, { group, milestone, ...momentOf(at) })
  const query = useSearchParams()
  const { zone } = useGroup(group)
  const asked = query.get('list')
  const list = asked === null ? null : listNamed(asked, series, view)
  return (
    <PageFrame className={cx('flex flex-col gap-3.5 transition-opacity', (waiting || waits) && 'opacity-60')}>
      <Head group={group} view={view} at={at} />
      <div className="flex flex-col gap-1.5">
        <p className="num max-w-3xl text-xl leading-snug text-balance">
          <Sentence text={view.sentence} />
        </p>
        <Warnings warnings={view.warnings} />
      </div>
      <SeriesPanel group={group} series={series} shown={milestone} />
      <Definitions view={view} zone={zone} />
      <div className="grid grid-cols-9 items-stretch gap-3.5 max-lg:grid-cols-1 print:grid-cols-1">
        <Slipped group={group} view={view} className="col-span-5 max-lg:col-span-1 print:col-span-1" />
        <Reasons series={series} className="col-span-4 max-lg:col-span-1 print:col-span-1" />
      </div>
      {view.notes.length > 0 && <LaterNotes group={group} notes={view.notes} zone={zone} />}
      {list && <IssuesDialog group={group} at={at} list={list} onClose={closeList} />}
    </PageFrame>
  )
}

/** What was kept and its share stand out of the sentence. */
const Sentence = ({ text }: { text: string }) => {
  const { kept = '', between = '', share = '' } = KEPT.exec(text)?.groups ?? {}
  if (kept === '') return text
  const [before = '', after = ''] = text.split(`${kept}${between}${share}`)
  return (
    <>
      {before}
      <b>{kept}</b>
      {between}
      <b>{share}</b>
      {after}
    </>
  )
}
const KEPT = /(?<kept>\d+ of \d+)(?<between>[^.;]*?, )(?<share>\d+ %)/

function Head({ group, view, at }: { group: string; view: MilestoneSayDo; at: string | null }) {
  const { milestone, phase, frozenAt } = view
  const { slug, title, startOn, dueOn } = milestone
  return (
    <header className="flex flex-wrap items-center gap-2.5">
      <h1 className="flex items-center gap-1.5 text-lg">
        Say/Do
        <MilestonePicker
          group={group}
          milestone={slug}
          title={title}
          href={(to) => sayDoLink(group, to, momentOf(at))}
        />
      </h1>
      {startOn && dueOn && <Chip>{daySpan(startOn, dueOn)}</Chip>}
      {phase === 'running' && <Note tone="calm">running</Note>}
      {frozenAt && <Note tone="calm">frozen</Note>}
      <span className="flex-1 max-sm:hidden" />
      <PastButton />
      <Link
        href={milestoneLink(group, slug)}
        prefetch={false}
        className="tap inline-flex min-h-[30px] items-center gap-1.5 rounded-sm px-2.5 py-1 font-medium text-ink-2 hover:bg-hover hover:text-ink no-print"
      >
        <Icon name="milestone" />
        <span className="max-sm:sr-only">Overview</span>
      </Link>
      <ShareButton group={group} what="say_do" />
    </header>
  )
}

const Warnings = ({ warnings }: Pick<MilestoneSayDo, 'warnings'>) =>
  warnings.map(({ code, because }) => (
    <p key={code} className="flex max-w-3xl items-start gap-1.5 text-pretty text-ink-2">
      <Icon name="warn" className="mt-0.5 size-3.5 flex-none text-warn" />
      {because}
    </p>
  ))
