import type { InputOf } from '#lib/contract/endpoint.ts'
import type { BulkChange, changeIssues as promise } from '#lib/contract/issue-lists.ts'
import type { Changed } from '#lib/contract/issues.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import { authorise, inTransaction, type Ctx } from '../../context.ts'
import { ACT } from '../../queries/acts.ts'
import { lastEvent } from '../../queries/events.ts'
import { issueFacts } from '../../queries/facts.ts'
import { handOverAsItIs } from '../hand-overs/hand-over.ts'
import { assignIssue } from './assign.ts'
import { closeIssue, reopenIssue } from './close.ts'
import { setConfidential } from './confidential.ts'
import { setDue } from './due.ts'
import { eachOf } from './each.ts'
import { joinEpic } from './epic.ts'
import { setHealth } from './health.ts'
import { labelIssue, namedLabels } from './labels.ts'
import { planIssue, weighIssue } from './plan.ts'
import { setTeam } from './team.ts'

/** The command that a button of the issue itself calls, for one issue after the other: no rule is known twice. */
export const changeIssues = (ctx: Ctx, { refs, change, carriesOn }: InputOf<typeof promise>) =>
  inTransaction(ctx, async (begun) => {
    authorise(begun, 'issue.edit')
    if (change.what === 'labels') await namedLabels(begun, change)
    const ctx = carriesOn === undefined ? begun : await carryOn(begun, carriesOn)
    let newest = await lastEvent(ctx)
    return eachOf(refs, async (ref) => {
      const changed = await changeOne(ctx, ref, change)
      if (changed.event <= newest) throw new Failure('refused', 'No change needed.', { rule: 'unchanged' })
      newest = changed.event
      return changed
    })
  })

/** What is recorded from here on belongs to an act of one's own that was begun before: it is one, and is undone as one. */
async function carryOn(ctx: Ctx, event: number): Promise<Ctx> {
  const { rows } = await ctx.db.query<{ first: number }>(
    `select ${ACT} as first from events e
      where e.group_id = $1 and e.number = $2 and e.actor_id = $3 and e.at > $4::timestamptz - interval '1 hour'`,
    [ctx.group.id, event, ctx.actor.id, ctx.now],
  )
  const [act] = rows
  if (!act) throw notFound(`Act ${event}`)
  return { ...ctx, act: { first: act.first, recorded: 1 } }
}

async function changeOne(ctx: Ctx, ref: number, change: BulkChange): Promise<Changed> {
  const one = { group: ctx.group.slug, ref }
  switch (change.what) {
    case 'milestone':
      return planIssue(ctx, {
        ...one,
        milestone: change.milestone,
        withoutDeliverable: change.withoutDeliverable,
      })
    case 'labels':
      return labelIssue(ctx, { ...one, add: change.add, remove: change.remove, blocked: change.blocked })
    case 'weight':
      return weighIssue(ctx, { ...one, weight: change.weight })
    case 'assign':
    case 'unassign': {
      const held = (await issueFacts(ctx, ref)).assignees.map(({ handle }) => handle)
      const others = held.filter((handle) => handle !== change.person)
      return assignIssue(ctx, {
        ...one,
        assignees: change.what === 'assign' ? [...others, change.person] : others,
      })
    }
    case 'dri':
      return handOverAsItIs(ctx, ref, change.person, change.context)
    case 'epic':
      return joinEpic(ctx, { ...one, epic: change.epic })
    case 'team':
      return setTeam(ctx, { ...one, team: change.team })
    case 'health':
      return setHealth(ctx, { ...one, health: change.health })
    case 'due':
      return setDue(ctx, { ...one, due: change.due })
    case 'confidential':
      return setConfidential(ctx, { ...one, confidential: change.confidential })
    case 'close':
      return closeIssue(ctx, { ...one, reason: change.reason, duplicateOf: change.duplicateOf })
    case 'reopen':
      return reopenIssue(ctx, one)
  }
}
