import type { Quick, QuickAction } from '#lib/domain/quick-actions.ts'
import { foldedActs, whyNotSoMany } from '#lib/domain/quick-folding.ts'
import { currentOf } from '#lib/domain/milestones.ts'
import { may } from '#lib/domain/permissions.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../../context.ts'
import { issueFacts, labelByMeaning } from '../../queries/facts.ts'
import { lastEvent } from '../../queries/events.ts'
import { milestonesOf, todayOf } from '../../queries/milestones.ts'
import { handOverAsItIs } from '../hand-overs/hand-over.ts'
import { raisePushBack } from '../push-backs/raise.ts'
import { assignIssue } from './assign.ts'
import { closeIssue, reopenIssue } from './close.ts'
import { setFact } from './set-fact.ts'
import { joinEpic } from './epic.ts'
import { labelIssue, namedLabels } from './labels.ts'
import { planIssue, weighIssue } from './plan.ts'
import { acceptPushBack, leftSince } from './push-back.ts'
import { takeIssue } from './take.ts'
import { setWait } from './wait.ts'

type Done = { event: number; warnings: { code: string; because: string }[] }

/**
 * Does what a text asks for, by the commands of the buttons, inside the transaction that writes the text. Either all of
 * it is done or nothing, so that the author need not find out which half was: the refusal names the line.
 */
export async function actQuickly(ctx: Ctx, ref: number, acts: readonly Quick[]): Promise<Done[]> {
  const folded = foldedActs(acts)
  const many = whyNotSoMany(folded)
  if (many) throw new Failure('refused', `${many.because} ${NOTHING_SENT}`, { rule: many.code })
  const done: Done[] = []
  const before = await lastEvent(ctx)
  // what pushes back comes last: it is about what the other lines took off the Build Board
  const isPushBack = (quick: Quick) => 'action' in quick && quick.action.act === 'push_back'
  for (const quick of folded.toSorted((a, b) => Number(isPushBack(a)) - Number(isPushBack(b)))) {
    if ('because' in quick) throw refusalOf(quick.line, quick.because)
    const { action, line } = quick
    try {
      done.push(
        action.act === 'push_back'
          ? await pushBackQuickly(ctx, ref, action.reason, before)
          : await oneAct(ctx, ref, action),
      )
    } catch (error) {
      if (error instanceof Failure) throw refusalOf(line, error.detail, error)
      throw error
    }
  }
  return folded.some(isPushBack) ? done : withLeft(ctx, ref, before, done)
}

/** By the EM it is accepted with what took the issue off the Build Board of the milestone that runs; else it waits. */
async function pushBackQuickly(ctx: Ctx, ref: number, reason: string, before: number): Promise<Done> {
  const left = await leftSince(ctx, ref, before)
  if (!left) return raisePushBack(ctx, { group: ctx.group.slug, work: `issue-${ref}`, reason })
  await acceptPushBack(ctx, ref, { reason }, left.event)
  return { event: await lastEvent(ctx), warnings: [] }
}

/** Says so where a text took a Deliverable off the milestone that runs: the buttons ask whether it was pushed back. */
async function withLeft(ctx: Ctx, ref: number, before: number, done: Done[]): Promise<Done[]> {
  const [first, ...rest] = done
  const left = first && (await leftSince(ctx, ref, before))
  if (!left || !may(ctx.actor, 'deliverable.set')) return done
  const because = `It still counts as said in ${left.title}. If it was pushed back, undo this and add /push_back with the reason.`
  return [{ ...first, warnings: [...first.warnings, { code: 'still_said', because }] }, ...rest]
}

const NOTHING_SENT = 'Nothing was sent. Your text is still here.'

/** What is not found here is a word in a text, not the address that was asked: so it is refused. */
function refusalOf(line: string, because: string, failure?: Failure): Failure {
  const code = !failure || failure.code === 'not_found' ? 'refused' : failure.code
  return new Failure(code, `“${line}”: ${because} ${NOTHING_SENT}`, {
    rule: 'quick_action',
    ...failure?.facts,
    line,
  })
}

type Single = Exclude<QuickAction, { act: 'push_back' }>

async function oneAct(ctx: Ctx, ref: number, quick: Single): Promise<Done> {
  const one = { group: ctx.group.slug, ref }
  const who = (person: string) => (person === 'me' ? ctx.actor.handle : person)
  switch (quick.act) {
    case 'assign':
    case 'unassign':
      return assignIssue(ctx, {
        ...one,
        assignees: await assigneesAfter(ctx, ref, quick.act, quick.people.map(who)),
      })
    case 'label':
      await insistOnNeed(ctx, ref, quick.labels)
      return labelIssue(ctx, { ...one, add: quick.labels })
    case 'blocked': {
      const { need, from } = quick
      const label = await labelByMeaning(ctx, BLOCKED)
      if (!label) throw notFound('A label that means blocked')
      if ((await issueFacts(ctx, ref)).wait) return setWait(ctx, { ...one, need, from })
      return labelIssue(ctx, { ...one, add: [label.title], blocked: { need, from } })
    }
    case 'unlabel':
    case 'relabel': {
      const held = (await issueFacts(ctx, ref)).labels.map(({ title }) => title)
      if (quick.act === 'unlabel')
        return labelIssue(ctx, { ...one, remove: quick.labels.length > 0 ? quick.labels : held })
      await insistOnNeed(ctx, ref, quick.labels)
      await namedLabels(ctx, { add: quick.labels })
      const add = quick.labels.filter((title) => !held.includes(title))
      return labelIssue(ctx, { ...one, add, remove: held.filter((title) => !quick.labels.includes(title)) })
    }
    case 'milestone':
      return planIssue(ctx, {
        ...one,
        milestone: quick.milestone && (await milestoneNamed(ctx, quick.milestone)),
      })
    case 'weight':
      return weighIssue(ctx, { ...one, weight: quick.weight })
    case 'close':
      return closeIssue(ctx, { ...one, reason: quick.reason })
    case 'duplicate':
      return closeIssue(ctx, { ...one, reason: 'duplicate', duplicateOf: quick.of })
    case 'reopen':
      return reopenIssue(ctx, one)
    case 'take':
      return takeIssue(ctx, one)
    case 'dri': {
      const to = who(quick.person)
      const { dri } = await issueFacts(ctx, ref)
      if (dri === null && to === ctx.actor.handle) return takeIssue(ctx, one)
      return handOverAsItIs(ctx, ref, to, quick.context)
    }
    case 'epic':
      return joinEpic(ctx, { ...one, epic: quick.epic })
    case 'due':
      return setFact(ctx, ref, 'due', dayNamed(ctx, quick.due))
    case 'confidential':
      return setFact(ctx, ref, 'confidential', quick.confidential)
  }
}

const BLOCKED = 'workflow.blocked'

/** The buttons ask what a blocked issue waits for; a text has to say it. */
async function insistOnNeed(ctx: Ctx, ref: number, titles: readonly string[]): Promise<void> {
  const label = await labelByMeaning(ctx, BLOCKED)
  if (!label || !titles.includes(label.title)) return
  const { labels } = await issueFacts(ctx, ref)
  insist(
    labels.some(({ id }) => id === label.id)
      ? null
      : {
          code: 'need_missing',
          because: 'Use the blocked action instead: /blocked the price list from Purchasing.',
        },
  )
}

async function assigneesAfter(
  ctx: Ctx,
  ref: number,
  act: 'assign' | 'unassign',
  people: string[],
): Promise<string[]> {
  const held = (await issueFacts(ctx, ref)).assignees.map(({ handle }) => handle)
  if (act === 'assign') return [...new Set([...held, ...people])]
  return people.length === 0 ? [] : held.filter((handle) => !people.includes(handle))
}

/** A milestone by its title, its address, 'current', or the beginning of a title that no other has. */
async function milestoneNamed(ctx: Ctx, name: string): Promise<string> {
  const all = await milestonesOf(ctx)
  const plain = (text: string) => text.trim().toLowerCase()
  const wanted = plain(name)
  if (wanted === 'current') return currentOf(all, todayOf(ctx))?.slug ?? name
  const exact = all.find(({ title, slug }) => plain(title) === wanted || slug === wanted)
  const begun = all.filter(({ title }) => plain(title).startsWith(wanted))
  const found = exact ?? (begun.length === 1 ? begun[0] : undefined)
  if (!found) throw notFound(`The milestone “${name}”`)
  return found.slug
}

function dayNamed(ctx: Ctx, due: string | null): string | null {
  if (due === 'today') return todayOf(ctx)
  return due === 'tomorrow' ? addDays(todayOf(ctx), 1) : due
}
