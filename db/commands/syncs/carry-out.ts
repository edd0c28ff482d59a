import type { InputOf } from '#lib/contract/endpoint.ts'
import type { recordOutcome as endpoint } from '#lib/contract/syncs.ts'
import type { Decision } from '#lib/domain/push-back-terms.ts'
import type { NumberedSubject } from '#lib/domain/subjects.ts'
import { parseItem } from '#lib/domain/syncs/agenda.ts'
import { unclaimedText } from '#lib/domain/unclaimed.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'
import { issueFacts, memberByHandle, milestoneBySlug } from '../../queries/facts.ts'
import { standingPushBack } from '../../queries/push-backs.ts'
import { subjectFacts } from '../../queries/subjects.ts'
import { noVolunteer } from '../dris.ts'
import { handOver, handOverEpic } from '../hand-overs/hand-over.ts'
import { helpHand, lowerHand } from '../hands/hands.ts'
import { planIssue } from '../issues/plan.ts'
import { unblockIssue } from '../issues/unblock.ts'
import { setWait } from '../issues/wait.ts'
import { decidePushBack } from '../push-backs/decide.ts'

const DECISION_TITLES: Record<Decision, string> = {
  accepted: 'Accepted',
  declined: 'Declined',
  deferred: 'Deferred',
}

export type Item = { key: string; about: NumberedSubject | null }
type Asked = Omit<InputOf<typeof endpoint>, 'group'> & { text: string }

/** What stands in the minutes beside who and when. */
export async function wordsOf(ctx: Ctx, { about }: Item, asked: Asked): Promise<string> {
  const { kind, text, reason, milestone, decision, unblocked } = asked
  if (kind === 'no_volunteer' && reason) return unclaimedText({ reason, note: text })
  if (kind === 'decide' && decision)
    return text === '' ? `${DECISION_TITLES[decision]}.` : `${DECISION_TITLES[decision]}: ${text}`
  if (kind === 'unblock' && unblocked) return text === '' ? 'Unblocked.' : `Unblocked: ${text}`
  if (kind !== 'move' || about?.kind !== 'issue' || milestone === undefined) return text
  const to =
    milestone === null ? 'Out of its milestone' : `To ${(await milestoneBySlug(ctx, milestone)).title}`
  return text === '' ? `${to}.` : `${to}: ${text}`
}

/** By the command of the button that does the same elsewhere, with the rights and the rules of that. */
export async function carryOut(ctx: Ctx, item: Item, asked: Asked): Promise<void> {
  switch (asked.kind) {
    case 'assign':
    case 'hand_over':
      return giveOver(ctx, numbered(item), asked)
    case 'unblock':
      return unblock(ctx, item, asked)
    case 'no_volunteer':
      return noOne(ctx, numbered(item), asked)
    case 'help':
    case 'lower':
      return answerHand(ctx, item, asked)
    case 'decide':
      return decide(ctx, item, asked)
    case 'revisit':
      return item.key.startsWith('push-back-')
        ? decide(ctx, item, { ...asked, decision: 'deferred' })
        : undefined
    case 'move': {
      const { kind, ref } = numbered(item)
      if (kind !== 'issue') throw elsewhere('Only an issue can be moved.')
      await planIssue(ctx, { group: ctx.group.slug, ref, milestone: asked.milestone ?? null })
      return undefined
    }
    case 'done':
    case 'note':
      return undefined
  }
}

const elsewhere = (because: string) => new Failure('refused', because, { rule: 'not_of_this' })

function numbered({ about }: Item): NumberedSubject {
  if (!about) throw elsewhere('This item is about no issue and no epic.')
  return about
}

async function giveOver(ctx: Ctx, { kind, ref }: NumberedSubject, asked: Asked): Promise<void> {
  const { dri } = await subjectFacts(ctx, { kind, ref })
  const given = {
    group: ctx.group.slug,
    from: asked.from === undefined ? (asked.kind === 'assign' ? null : (dri?.handle ?? null)) : asked.from,
    to: asked.to ?? '',
    context: asked.text,
    ...(asked.atOnce === undefined ? {} : { atOnce: asked.atOnce }),
  }
  if (kind === 'epic') await handOverEpic(ctx, { ...given, epic: ref })
  else await handOver(ctx, { ...given, ref })
}

/**
 * What is free now is blocked no more. A blocked issue says from now on what is done about it and by whom; anything else has
 * it in the minutes.
 */
async function unblock(ctx: Ctx, { about }: Item, { to, text, unblocked }: Asked): Promise<void> {
  if (unblocked && about?.kind !== 'issue') throw elsewhere('Only an issue can be unblocked.')
  if (about?.kind !== 'issue') return
  if (unblocked) return unblockIssue(ctx, about.ref)
  const { wait } = await issueFacts(ctx, about.ref)
  if (!wait) return
  const from = to === undefined ? wait.from : (await memberByHandle(ctx, to)).name
  await setWait(ctx, { group: ctx.group.slug, ref: about.ref, need: text.slice(0, 500), from })
}

/** What has a DRI keeps them; that the group found no one to take it over stands in the minutes. */
async function noOne(ctx: Ctx, { kind, ref }: NumberedSubject, { reason, text }: Asked): Promise<void> {
  if (kind !== 'issue') throw elsewhere('That there is no volunteer is recorded on issues.')
  const { dri } = await issueFacts(ctx, ref)
  if (dri || !reason) return
  await noVolunteer(ctx, { group: ctx.group.slug, ref, reason, note: text.slice(0, 500) })
}

async function answerHand(ctx: Ctx, { key }: Item, { kind, text }: Asked): Promise<void> {
  const named = parseItem(key)
  if (named?.kind !== 'hand') throw elsewhere('This item is no raised hand.')
  const one = { group: ctx.group.slug, hand: named.ref }
  if (kind === 'help') await helpHand(ctx, one)
  else await lowerHand(ctx, { ...one, how: text.slice(0, 500) })
}

async function decide(ctx: Ctx, { key }: Item, asked: Asked): Promise<void> {
  const named = parseItem(key)
  if (named?.kind !== 'push-back' || !asked.decision) throw elsewhere('This item is no push-back.')
  insist(
    asked.decision === 'deferred' && asked.on === undefined
      ? { code: 'missing', because: 'Choose the day on which to look at it again.' }
      : null,
  )
  const version = asked.version ?? (await standingPushBack(ctx, named.ref)).version
  await decidePushBack(ctx, {
    group: ctx.group.slug,
    pushBack: named.ref,
    decision: asked.decision,
    note: asked.text,
    version,
    ...(asked.on === undefined ? {} : { revisitOn: asked.on }),
  })
}
