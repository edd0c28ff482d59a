'use client'

import Link from 'next/link'
import { useState } from 'react'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/state.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { reportIssues } from '#lib/contract/issue-lists.ts'
import type { IssueReport } from '#lib/contract/issue-lists.ts'
import { findingTitle } from '#lib/domain/findings.ts'
import { issuesLink } from '#lib/kit/links.ts'

import { ReportRows } from './report-rows.tsx'

const Trend = lazily(async () => (await import('./trend.tsx')).Trend)

type Section = IssueReport['findings'][number]

/** Handbook › Issue Milestones: "The issue triage report highlights issues that …", each fixed where it stands. */
export function Report({ group }: { group: string }) {
  const { open, issues, notShown, today, weekly, findings } = usePrefetched(reportIssues, { group })
  return (
    <PageFrame className="flex flex-col gap-6">
      <div className="flex flex-col gap-1">
        <h1 className="text-lg">Triage report</h1>
        <p className="num text-pretty text-ink-2">{summaryText(issues, open, notShown)}</p>
        {findings.length > 0 && <Contents findings={findings} />}
      </div>
      {findings.length === 0 && (
        <Empty title="No findings">
          <p>Findings in open issues show here, each with its rule.</p>
        </Empty>
      )}
      {findings.map((finding) => (
        <Finding key={finding.code} group={group} finding={finding} today={today} weekly={weekly} />
      ))}
    </PageFrame>
  )
}

function summaryText(issues: number, open: number, notShown: number): string {
  const need = issues === 1 ? 'needs' : 'need'
  const found = `${issues} of ${open === 1 ? '1 open issue' : `${open} open issues`} ${need} fixing`
  return notShown === 0 ? `${found}.` : `${found} · ${notShown} not shown.`
}

function Contents({ findings }: Pick<IssueReport, 'findings'>) {
  return (
    <nav aria-label="Findings" className="flex flex-wrap gap-1.5 pt-2">
      {findings.map(({ code, name, issues }) => (
        <a
          key={code}
          href={`#${name}`}
          className="num tap inline-flex min-h-7 items-center gap-1.5 rounded-full border border-line bg-surface px-2.5 text-xs text-ink-2 hover:bg-hover hover:text-ink"
        >
          {findingTitle(name)} <b className="font-semibold text-ink">{issues.length}</b>
        </a>
      ))}
    </nav>
  )
}

const FIRST = 8
const MORE = 50

type FindingProps = { group: string; finding: Section; today: string; weekly: boolean }

function Finding({ group, finding, today, weekly }: FindingProps) {
  const { name, sentence, issues, trend } = finding
  const [count, setCount] = useState(FIRST)
  const title = findingTitle(name)
  const left = issues.length - count
  return (
    <section id={name} aria-label={title} className="flex scroll-mt-4 flex-col gap-1.5">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
        <h2 className="text-sm font-semibold">{title}</h2>
        <span className="num text-xs text-ink-3">{issues.length}</span>
        <span className="flex-1" />
        <Link
          href={issuesLink(group, { finding: name })}
          prefetch={false}
          className="tap text-xs font-medium text-accent underline underline-offset-2"
        >
          All {issues.length} as a list
        </Link>
      </div>
      <p className="text-xs text-pretty text-ink-3">
        <q>{sentence}</q>
      </p>
      {trend.length > 1 && (
        <div className="min-h-5">
          <Trend title={title} issues={issues.length} points={trend} today={today} />
        </div>
      )}
      <ReportRows
        group={group}
        finding={finding}
        today={today}
        weekly={weekly}
        shown={issues.slice(0, count)}
      />
      {left > 0 && (
        <Button size="sm" className="self-center" onClick={() => setCount(count + MORE)}>
          Show {Math.min(left, MORE)} more
        </Button>
      )}
    </section>
  )
}
