'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'

import { askToRaise } from '#components/push-backs/ask-raise.ts'
import { useActor } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { Chip } from '#components/ui/chip.tsx'
import { daySpan } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { IconName } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import type { Plan } from '#lib/contract/plan.ts'
import { may } from '#lib/domain/permissions.ts'
import { boardLink, capacityLink, planLink } from '#lib/kit/links.ts'
import { isolated } from '#lib/kit/visible.ts'

import { doneText, startText } from './steps/step-text.ts'

type Props = { group: string; view: Plan; children: ReactNode }

/** The milestone, how long it is until its start, and where its plan is made. */
export function PlanHeader({ group, view, children }: Props) {
  const { milestone, today, boards, steps } = view
  const { slug, title, startOn, dueOn } = milestone
  return (
    <header className="flex flex-wrap items-center gap-x-2.5 gap-y-2">
      <h1 className="text-lg">
        Plan, <bdi>{title}</bdi>
      </h1>
      <Picker group={group} milestone={slug} />
      {startOn && dueOn && (
        <Chip>
          <b className="font-semibold text-ink">{daySpan(startOn, dueOn)}</b>
          <span>· {startText(startOn, dueOn, today)}</span>
        </Chip>
      )}
      <span className="num text-xs text-ink-2 @max-[1079px]/plan:hidden">{doneText(steps)}</span>
      <span className="flex-1 max-sm:hidden" />
      <span className="flex flex-wrap items-center gap-2 print:hidden">
        <To href={boardLink(group, boards.planning ?? 'planning', { milestone: slug })} icon="board" isQuiet>
          Planning Board
        </To>
        <To href={capacityLink(group, slug)} icon="bars">
          Capacity
        </To>
        <PushBackOnPlan group={group} milestone={milestone} />
        {children}
      </span>
    </header>
  )
}

/** Who may push back does so on the plan as a whole, until the milestone is closed. */
function PushBackOnPlan({
  group,
  milestone: { slug, title, closed },
}: {
  group: string
  milestone: Plan['milestone']
}) {
  const actor = useActor(group)
  if (closed || !may(actor, 'push_back.raise')) return null
  return (
    <Button
      kind="quiet"
      onClick={() => askToRaise({ work: `milestone-${slug}`, name: `the plan of ${isolated(title)}` })}
    >
      <Icon name="back" />
      <span className="@max-[819px]/plan:sr-only">Push back…</span>
    </Button>
  )
}

type ToProps = { href: string; icon: IconName; isQuiet?: boolean; children: string }

const To = ({ href, icon, isQuiet = false, children }: ToProps) => (
  <Link
    href={href}
    prefetch={false}
    data-tip={children}
    className={
      isQuiet
        ? 'tap inline-flex min-h-[30px] items-center gap-1.5 rounded-sm px-2.5 font-medium text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:min-h-[36px]'
        : 'tap inline-flex min-h-[30px] items-center gap-1.5 rounded-sm border border-line bg-surface px-2.5 font-medium shadow-card hover:bg-hover pointer-coarse:min-h-[36px]'
    }
  >
    <Icon name={icon} />
    <span className={isQuiet ? '@max-[819px]/plan:sr-only' : 'max-sm:sr-only'}>{children}</span>
  </Link>
)

/** Another milestone is one press away from its title. */
function Picker({ group, milestone }: { group: string; milestone: string }) {
  const { items, current, next } = usePrefetched(listMilestones, { group })
  const router = useRouter()
  const entries = () =>
    items.flatMap(({ slug, title, shelf, startOn, dueOn }): MenuEntry[] => {
      if (shelf !== null || startOn === null || dueOn === null) return []
      const when = slug === current ? ' · current' : slug === next ? ' · next' : ''
      return [
        {
          kind: 'act',
          label: title,
          hint: `${daySpan(startOn, dueOn)}${when}`,
          checked: slug === milestone,
          act: () => router.push(planLink(group, slug)),
        },
      ]
    })
  return (
    <MenuButton
      kind="quiet"
      size="icon-sm"
      menuLabel="Milestone"
      search="Find a milestone"
      aria-label="Change milestone"
      tip="Change milestone"
      className="-ml-2 print:hidden"
      entries={entries}
    >
      <Icon name="chevron" />
    </MenuButton>
  )
}
