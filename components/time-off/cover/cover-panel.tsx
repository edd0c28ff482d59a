'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'

import { askAbout } from '#components/commands/command-target.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { dayIn, dayMonth } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { CoverIssue } from '#lib/contract/cover.ts'
import { may } from '#lib/domain/permissions.ts'
import { awayText, spanText } from '#lib/kit/day-text.ts'
import { issueLink } from '#lib/kit/links.ts'

import type { Line } from '../lines.ts'
import type { Watch } from './gaps.ts'
import { useCover } from './use-cover.ts'
import type { Shown } from './use-cover.ts'
import { useCoverActs } from './use-cover-acts.ts'
import type { GapMenu } from './use-gap-menu.ts'

type Props = { group: string; shown: Shown }

/** Triage and active work that time off leaves without cover, each with who is asked and who takes it. */
export function CoverPanel({ group, shown }: Props) {
  const { gaps, issues, nameOf, freeFor, menuOf } = useCover(group, shown)
  if (gaps.length + issues.length === 0) return null
  return (
    <section aria-labelledby="without-cover" className="rounded-lg border border-line bg-surface">
      <h2 id="without-cover" className="border-b border-line px-3.5 py-2.5 text-sm font-semibold">
        Without cover <span className="num font-normal text-ink-3">{gaps.length + issues.length}</span>
      </h2>
      <ul aria-labelledby="without-cover" className="divide-y divide-line">
        {gaps.map((watch) => (
          <Gap
            key={`${watch.duty.team} ${watch.duty.week}`}
            group={group}
            watch={watch}
            team={nameOf(watch.duty.team)}
            free={freeFor(watch)}
            menuOf={menuOf}
          />
        ))}
        {[...Map.groupBy(issues, ({ person, from }) => `${person} ${from}`)].map(([key, driven]) => (
          <DrivenWork key={key} group={group} issues={driven} />
        ))}
      </ul>
    </section>
  )
}

type GapProps = { group: string; watch: Watch; team: string; free: readonly Line[]; menuOf: GapMenu }

function Gap({ group, watch, team, free, menuOf }: GapProps) {
  const { duty, missed } = watch
  const days = spanText(missed[0] ?? duty.week, missed.at(-1) ?? duty.week)
  return (
    <Item>
      <span className="min-w-0 flex-1 text-pretty">
        <span className="num block font-medium">
          <bdi>{team}</bdi>, {days}
        </span>
        <span className="text-ink-2">
          <bdi>{duty.name}</bdi> has triage and is away.{' '}
          {free.length > 0
            ? `There: ${free.map(({ name }) => name).join(', ')}.`
            : 'The rest of the team is away too.'}
        </span>
        <Asked group={group} at={duty.asked} />
      </span>
      {menuOf(watch).length > 0 && (
        <MenuButton
          size="sm"
          className="no-print flex-none"
          aria-label={`Find cover for ${team}, ${days}`}
          menuLabel={`Cover for ${team}, ${days}`}
          entries={() => menuOf(watch)}
        >
          Find cover
        </MenuButton>
      )}
    </Item>
  )
}

/** What one person drives in one absence; that of others is unfolded where it is asked for. */
function DrivenWork({ group, issues }: { group: string; issues: readonly CoverIssue[] }) {
  const actor = useActor(group)
  const [first] = issues
  if (!first) return null
  const list = (
    <ul aria-label={`Active issues of ${first.name}`} className="divide-y divide-line">
      {issues.map((issue) => (
        <Driven key={issue.ref} group={group} issue={issue} />
      ))}
    </ul>
  )
  if (first.person === actor.handle) return <li>{list}</li>
  return (
    <li>
      <details className="group/driven">
        <summary className="flex cursor-pointer items-start gap-2.5 px-3.5 py-2 hover:bg-hover pointer-coarse:min-h-11">
          <Icon name="right" className="mt-0.5 flex-none text-ink-3 group-open/driven:rotate-90" />
          <span className="num min-w-0 text-pretty">
            {awayText(first.name, first)} and drives{' '}
            {issues.length === 1 ? '1 active issue' : `${issues.length} active issues`}.
          </span>
        </summary>
        {list}
      </details>
    </li>
  )
}

function Driven({ group, issue }: { group: string; issue: CoverIssue }) {
  const actor = useActor(group)
  const { askIssue } = useCoverActs(group)
  const { ref, title, person, name, asked } = issue
  const mayHandOver = person === actor.handle || may(actor, 'assign.others')
  return (
    <Item issue={ref}>
      <span className="min-w-0 flex-1 text-pretty">
        <Link href={issueLink(group, ref)} prefetch={false} className="block font-medium hover:underline">
          <bdi>{title}</bdi> <span className="num font-normal text-ink-3">#{ref}</span>
        </Link>
        <span className="text-ink-2">Its DRI {awayText(name, issue)}.</span>
        <Asked group={group} at={asked} />
      </span>
      {mayHandOver && (
        <span className="no-print flex flex-none flex-wrap justify-end gap-1.5">
          {asked === null && (
            <Button size="sm" aria-label={`Ask for cover of #${ref}`} onClick={() => void askIssue(ref)}>
              Ask for cover
            </Button>
          )}
          <Button size="sm" aria-label={`Hand over #${ref}`} onClick={() => askAbout([ref], 'hand_over')}>
            Hand over
          </Button>
        </span>
      )}
    </Item>
  )
}

function Item({ issue, children }: { issue?: number; children: ReactNode }) {
  return (
    <li data-issue={issue} className="flex items-start gap-2.5 px-3.5 py-2">
      <Icon name="blocked" className="mt-0.5 flex-none text-warn" />
      {children}
    </li>
  )
}

function Asked({ group, at }: { group: string; at: string | null }) {
  const { zone } = useGroup(group)
  if (at === null) return null
  return <span className="num block text-xs text-ink-3">Cover asked for on {dayMonth(dayIn(zone, at))}.</span>
}
