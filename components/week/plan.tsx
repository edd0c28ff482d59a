import Link from 'next/link'

import { figure } from '#components/boards/view/capacity.ts'
import { dayMonthYear } from '#components/ui/days/days.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { Weight } from '#components/ui/tag.tsx'
import type { Week } from '#lib/contract/week.ts'
import { boardLink, issueLink, issuesLink } from '#lib/kit/links.ts'

import { isolated } from '#lib/kit/visible.ts'

import { Row, Rows, Section } from '#components/ui/section.tsx'

const CreatePlanningIssue = lazily(
  async () => (await import('#components/planning-issue/create-planning-issue.tsx')).CreatePlanningIssue,
)

type Plan = NonNullable<Week['plan']>

/** For the person who plans: what comes next, whether it fits, and what is still to weigh and to refine. */
export function PlanPart({ group, plan }: { group: string; plan: Plan }) {
  const { next, current, load, unweighted, refine } = plan
  const where = next ? `in ${next.title}` : current ? `in ${current}` : ''
  return (
    <>
      <Section title="Planning">
        <div className="flex flex-col gap-1.5 rounded-lg border border-line bg-surface px-3.5 py-3">
          <p className="num text-pretty">
            {next
              ? `${next.title} starts on ${dayMonthYear(next.startOn)}.`
              : 'No next milestone yet. Create it under Settings.'}
          </p>
          {load && <Load group={group} load={load} />}
          {next && <Discussed group={group} next={next} />}
        </div>
      </Section>
      <Narrowed group={group} title="Candidates without a weight" note={where} list={unweighted} />
      <Narrowed
        group={group}
        title="To refine"
        note="in planning breakdown, for the next milestones"
        list={refine}
      />
    </>
  )
}

/** Handbook › Planning Issue: "Each month a planning issue is created by the PM". */
function Discussed({ group, next }: { group: string; next: NonNullable<Plan['next']> }) {
  const { title, planningIssue } = next
  if (planningIssue === null)
    return (
      <div className="flex flex-wrap items-center gap-2">
        <p className="flex-1">Create the planning issue for {isolated(title)}.</p>
        <CreatePlanningIssue group={group} milestone={next} small />
      </div>
    )
  return (
    <p className="num">
      Planning issue:{' '}
      <Link
        href={issueLink(group, planningIssue)}
        prefetch={false}
        className="font-medium text-accent underline underline-offset-2"
      >
        #{planningIssue}
      </Link>
    </p>
  )
}

function Load({ group, load }: { group: string; load: NonNullable<Plan['load']> }) {
  const { board, milestone, title, weight, capacity, below } = load
  const cards = below === 1 ? '1 card is' : `${below} cards are`
  return (
    <p className="num text-pretty">
      {capacity === null
        ? `The Planning board of ${title} weighs ${figure(weight)}. `
        : `The Planning board of ${title} weighs ${figure(weight)} of ${figure(capacity)}. `}
      {below > 0 && <span className="text-warn">{cards} below the line. </span>}
      <Link
        href={boardLink(group, board, { milestone })}
        prefetch={false}
        className="font-medium text-accent underline underline-offset-2"
      >
        Planning board
      </Link>
    </p>
  )
}

type ListProps = {
  group: string
  title: string
  note: string
  list: Plan['refine']
}

function Narrowed({ group, title, note, list: { filter, total, first } }: ListProps) {
  if (total === 0) return null
  return (
    <Section title={title} count={total} note={note}>
      <Rows label={title}>
        {first.map((card) => (
          <Row key={card.ref} group={group} issue={card} side={<Weight weight={card.weight} />} />
        ))}
      </Rows>
      {total > first.length && (
        <Link
          href={issuesLink(group, { filter })}
          prefetch={false}
          className="tap self-start text-xs font-medium text-accent underline underline-offset-2"
        >
          All {total}
        </Link>
      )}
    </Section>
  )
}
