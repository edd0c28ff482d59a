'use client'

import Link from 'next/link'
import { useMemo } from 'react'

import { useTake } from '#components/issues/command/take.ts'
import { IssueRow } from '#components/issues/list/issue-row.tsx'
import { useLookups } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { useLineKeys } from '#components/shell/use-line-keys.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/state.tsx'
import { Weight } from '#components/ui/tag.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import type { Card } from '#lib/contract/issues.ts'
import { readWeek } from '#lib/contract/week.ts'
import { stateOf } from '#lib/domain/labels.ts'
import { may } from '#lib/domain/permissions.ts'
import { STATES, stateTitle } from '#lib/domain/workflow.ts'
import { spanText } from '#lib/kit/day-text.ts'
import { boardLink } from '#lib/kit/links.ts'

import { MentionRow, WeighRow } from './asked-rows.tsx'
import { ActionsDue } from './actions-due.tsx'
import { DaysToConfirm } from './days-to-confirm.tsx'
import { FromOutside } from './from-outside.tsx'
import { HandsSection } from '#components/hands/hands-section.tsx'
import { HandOversSection } from './hand-overs-section.tsx'
import { LeadPart } from './lead.tsx'
import { PlanPart } from './plan.tsx'
import { UpdatesDue } from './updates-due.tsx'
import { Row, Rows, Section } from '#components/ui/section.tsx'

/** What needs me, the most pressing first. */
export function MyWeek({ group }: { group: string }) {
  const lookups = useLookups(group)
  const { days, updates, actions, mentions, handOvers, weighings, mine, away, next, lead, plan } =
    usePrefetched(readWeek, {
      group,
    })
  const { zone } = useGroup(group)
  useLineKeys({ title: 'My week' })
  const actor = useActor(group)
  const take = useTake(group)
  const blocked = mine.filter((card) => card.dri === actor.handle && card.blocked !== null)
  const byState = useMemo(() => inStates(mine, lookups), [mine, lookups])
  const isQuiet =
    days === null &&
    updates === null &&
    actions.length === 0 &&
    mentions.length + handOvers.length + weighings.length + mine.length + next.length === 0
  return (
    <PageFrame className="flex flex-col gap-6">
      <h1 className="text-lg">My week</h1>
      {away && (
        <p className="text-ink-2">
          You are away {spanText(away.from, away.to)}. Hand over what cannot wait until you are back.
        </p>
      )}
      {days && <DaysToConfirm group={group} days={days} person={actor.handle} zone={zone} />}
      {updates && <UpdatesDue group={group} updates={updates} />}
      {!may(actor, 'issue.create') && <FromOutside group={group} lookups={lookups} />}
      <HandsSection group={group} />
      {blocked.length > 0 && (
        <Section title="Blocked, and mine to drive" count={blocked.length}>
          <Rows label="Blocked, and mine to drive">
            {blocked.map((card) => (
              <Row key={card.ref} group={group} issue={card}>
                {waitsFor(card)}
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      {mentions.length > 0 && (
        <Section title="Waiting for my answer" count={mentions.length} note="a reply or an emoji is enough">
          <Rows label="Waiting for my answer">
            {mentions.map((one) => (
              <MentionRow key={`${one.ref} ${one.at}`} group={group} mention={one} zone={zone} />
            ))}
          </Rows>
        </Section>
      )}
      {handOvers.length > 0 && <HandOversSection group={group} zone={zone} handOvers={handOvers} />}
      {weighings.length > 0 && (
        <Section title="To estimate" count={weighings.length} note="hidden until the reveal">
          <Rows label="To estimate">
            {weighings.map((one) => (
              <WeighRow key={one.ref} group={group} weighing={one} zone={zone} />
            ))}
          </Rows>
        </Section>
      )}
      {actions.length > 0 && <ActionsDue group={group} actions={actions} />}
      {lead && <LeadPart group={group} lead={lead} />}
      {plan && <PlanPart group={group} plan={plan} />}
      {byState.length > 0 && (
        <Section title="My issues" count={mine.length}>
          {byState.map(({ title, cards }) => (
            <div key={title} className="flex flex-col gap-1 pt-1">
              <h3 className="text-xs font-medium text-ink-3">
                {title} <span className="num">{cards.length}</span>
              </h3>
              <Rows label={`My issues: ${title}`}>
                {cards.map((card) => (
                  <IssueRow key={card.ref} group={group} card={card} lookups={lookups} />
                ))}
              </Rows>
            </div>
          ))}
        </Section>
      )}
      {next.length > 0 && (
        <Section title="Next to take" count={next.length} note="Deliverables, ready and without a DRI">
          <Rows label="Next to take">
            {next.map((card) => (
              <Row
                key={card.ref}
                group={group}
                issue={card}
                side={
                  <>
                    <Weight weight={card.weight} />
                    <Button size="sm" onClick={() => take(card, actor.handle, null)}>
                      Assign to me
                    </Button>
                  </>
                }
              />
            ))}
          </Rows>
        </Section>
      )}
      {isQuiet && may(actor, 'issue.create') && (
        <Empty title="You’re all caught up">
          <p>Your issues, requests and ready work show here.</p>
          <Link
            href={boardLink(group, 'build')}
            prefetch={false}
            className="font-medium text-accent underline underline-offset-2"
          >
            Go to the Build board
          </Link>
        </Empty>
      )}
    </PageFrame>
  )
}

const waitsFor = ({ blocked }: Card): string => {
  const reason = [blocked?.need, blocked?.from && `from ${blocked.from}`].filter(Boolean).join(' ')
  return reason === '' ? 'Reason not set.' : `Blocked on ${reason}.`
}

/** What is furthest on stands first, for it is closest to done. */
function inStates(cards: readonly Card[], { labels }: Lookups): { title: string; cards: Card[] }[] {
  const byId = new Map(labels.map((label) => [label.id, label]))
  const stateOfCard = (card: Card) => stateOf(card.labelIds.flatMap((id) => byId.get(id) ?? []))
  const grouped = Map.groupBy(cards, stateOfCard)
  return [...STATES.toReversed(), null].flatMap((state) => {
    const held = grouped.get(state)
    return held ? [{ title: state === null ? 'no state' : stateTitle(state), cards: held }] : []
  })
}
