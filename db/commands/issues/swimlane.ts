import type { Changed } from '#lib/contract/issues.ts'
import type { EnteredSwimlane } from '#lib/contract/swimlanes.ts'
import { issueSubject } from '#lib/domain/subjects.ts'
import { isForbidden } from '#lib/domain/permissions.ts'
import { driDrop } from '#lib/domain/swimlanes.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'
import { issueFacts, memberByHandle, rolesOf } from '../../queries/facts.ts'
import { waitingOffer } from '../../queries/hand-overs.ts'
import { handOver, insistAsSeen } from '../hand-overs/hand-over.ts'
import { unchangedIssue } from './changed-issue.ts'
import { meOf } from './dri.ts'
import { joinEpic } from './epic.ts'
import { releaseIssue, takeIssue } from './take.ts'
import { setTeam } from './team.ts'

/**
 * Gives a card what the swimlane stands for that it was dropped into, by the command of that fact: each keeps its own
 * rights, rules and event. `moved` is what the same drop did before; both are one act.
 */
export async function enterSwimlane(
  ctx: Ctx,
  ref: number,
  swimlane: EnteredSwimlane | undefined,
  moved?: Changed,
): Promise<Changed> {
  const entered = swimlane && (await enter(ctx, ref, swimlane))
  if (!entered) return moved ?? unchangedIssue(ctx, ref)
  if (!moved) return entered
  return {
    ...entered,
    event: Math.max(entered.event, moved.event),
    warnings: [...moved.warnings, ...entered.warnings],
  }
}

async function enter(ctx: Ctx, ref: number, swimlane: EnteredSwimlane): Promise<Changed | undefined> {
  const one = { group: ctx.group.slug, ref }
  if (swimlane.by === 'epic') return joinEpic(ctx, { ...one, epic: swimlane.epic })
  if (swimlane.by === 'team') return setTeam(ctx, { ...one, team: swimlane.team })
  return driveBy(ctx, ref, swimlane)
}

type PersonLane = Extract<EnteredSwimlane, { by: 'person' }>

async function driveBy(ctx: Ctx, ref: number, lane: PersonLane): Promise<Changed | undefined> {
  const { person, from, context = '', atOnce = true } = lane
  const me = meOf(ctx).id
  const [facts, offer] = [await issueFacts(ctx, ref), await waitingOffer(ctx, issueSubject(ref))]
  const { dri } = facts
  if (from !== undefined) insistAsSeen(from, dri)
  const member = person === null ? null : await memberByHandle(ctx, person)
  const to = member && { ...member, roles: await rolesOf(ctx, member.id) }
  const asked = offer?.to.name ?? null
  const { step, refusal } = driDrop({
    open: facts.state === 'open',
    dri,
    to,
    me,
    actor: ctx.actor,
    asked,
    atOnce,
  })
  if (refusal && isForbidden(refusal)) throw new Failure('forbidden', refusal.because, { rule: refusal.code })
  insist(refusal)
  const one = { group: ctx.group.slug, ref }
  switch (step) {
    case 'keeps':
      return undefined
    case 'takes':
      return takeIssue(ctx, one)
    case 'steps_down':
      return releaseIssue(ctx, one)
    default:
      return handOver(ctx, {
        ...one,
        from: dri?.handle ?? null,
        to: to?.handle ?? '',
        context,
        atOnce: step === 'hands_over',
      })
  }
}
