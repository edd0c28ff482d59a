import type { InputOf } from '#lib/contract/endpoint.ts'
import type { BulkChange, changeIssues as endpoint } from '#lib/contract/issue-lists.ts'
import type { Changed } from '#lib/contract/issues.ts'
import type { FactsShown } from '#lib/domain/facts/facts.ts'
import type { FactName } from '#lib/domain/facts/names.ts'
import { authorise, type Ctx } from '../../context.ts'
import { handOverAsItIs } from '../hand-overs/hand-over.ts'
import { changeAssignees } from './assign.ts'
import { closeIssue, reopenIssue } from './close.ts'
import { forEachIssue, insistOnChange } from './for-each-issue.ts'
import { joinEpic } from './epic.ts'
import { labelIssue } from './labels.ts'
import { planIssue, weighIssue } from './plan.ts'
import { ofOne } from './push-back.ts'
import { setFact } from './set-fact.ts'
import { setTeam } from './team.ts'
import { insistOnNamed } from './there.ts'

/** The command that a button of the issue itself calls, for one issue after the other: no rule is known twice. */
export async function changeIssues(ctx: Ctx, { refs, change, carriesOn }: InputOf<typeof endpoint>) {
  // before what is named, the act that is carried on included; it is asked again behind the lock
  authorise(ctx, 'issue.edit')
  return forEachIssue(
    ctx,
    refs,
    async (ctx) => {
      authorise(ctx, 'issue.edit')
      await insistOnNamed(ctx, change)
      return insistOnChange(ctx, 'No change needed.', (ref) => changeOne(ctx, ref, change))
    },
    carriesOn,
  )
}

async function changeOne(ctx: Ctx, ref: number, change: BulkChange): Promise<Changed> {
  const one = { group: ctx.group.slug, ref }
  switch (change.what) {
    case 'milestone':
      return planIssue(ctx, {
        ...one,
        milestone: change.milestone,
        withoutDeliverable: change.withoutDeliverable,
        pushBack: ofOne(change.pushBack),
      })
    case 'labels':
      return labelIssue(ctx, {
        ...one,
        add: change.add,
        remove: change.remove,
        blocked: change.blocked,
        pushBack: ofOne(change.pushBack),
      })
    case 'weight':
      return weighIssue(ctx, { ...one, weight: change.weight })
    case 'assign':
    case 'unassign':
      return changeAssignees(ctx, ref, (held) => {
        const others = held.filter((handle) => handle !== change.person)
        return change.what === 'assign' ? [...others, change.person] : others
      })
    case 'dri':
      return handOverAsItIs(ctx, ref, change.person, change.context)
    case 'epic':
      return joinEpic(ctx, { ...one, epic: change.epic })
    case 'team':
      return setTeam(ctx, { ...one, team: change.team })
    case 'close':
      return closeIssue(ctx, { ...one, reason: change.reason, duplicateOf: change.duplicateOf })
    case 'reopen':
      return reopenIssue(ctx, one)
    default: {
      const { what, ...fact } = change
      const [to] = Object.values(fact)
      // safe because beside its name the change holds nothing but the value
      return setFact(ctx, ref, what, to as FactsShown[FactName])
    }
  }
}
