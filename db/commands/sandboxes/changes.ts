import type { InputOf } from '#lib/contract/endpoint.ts'
import type {
  addSandboxChange as adding,
  NewSandboxChange,
  removeSandboxChange as removing,
} from '#lib/contract/sandboxes.ts'
import { weekStarts } from '#lib/domain/capacity/days.ts'
import { whyNotOverride } from '#lib/domain/capacity/rules.ts'
import { whyNotDrive } from '#lib/domain/dri.ts'
import type { SandboxChangeData } from '#lib/domain/events/sandboxes.ts'
import {
  type SandboxChange,
  whyNotAdd,
  whyNotCandidate,
  whyNotCut,
  whyNotPick,
  whyNotWithin,
} from '#lib/domain/sandbox/changes.ts'
import { type TimeOffDays, whyNotDays, whyNotTimeOffOf } from '#lib/domain/time-off.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { eachDay } from '#lib/kit/plain-date.ts'
import { authorise, type Ctx } from '../../context.ts'
import { workOf } from '../../queries/capacity-work.ts'
import { lastEvent } from '../../queries/events.ts'
import { issueFacts, memberByHandle, rolesOf, teamBySlug } from '../../queries/facts.ts'
import { changesOf } from '../../queries/sandbox-changes.ts'
import { sandboxPlan, type SandboxPlan, whatIfOf } from '../../queries/sandbox-view.ts'
import { inTransaction } from '../../transaction.ts'
import { whyNotSelectIfCandidate } from '../plan/select.ts'
import { meOf } from '../issues/dri.ts'
import { openOne } from './open.ts'
import { eraseChange, writeChange } from './rows.ts'

/** A change is held to the rules that it will meet, so that what is shown can be applied. */
export const addSandboxChange = (
  ctx: Ctx,
  { milestone, sandbox: slug, change: wanted, reason = '' }: InputOf<typeof adding>,
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'sandbox.edit')
    const { row: _, ...named } = await openOne(ctx, milestone, slug)
    const plan = await sandboxPlan(ctx, milestone, slug)
    const { change, data } = await formed(ctx, wanted, plan)
    insist(
      whyNotAdd(
        plan.changes.map((one) => one.change),
        change,
      ),
    )
    const written = {
      ...named,
      id: null,
      change: data,
      reason: reason.trim(),
      by: meOf(ctx),
      seen: await lastEvent(ctx),
    }
    const { id, event } = await writeChange(ctx, written)
    return { change: id, event }
  })

type Formed = { change: SandboxChange; data: SandboxChangeData }

async function formed(ctx: Ctx, wanted: NewSandboxChange, plan: SandboxPlan): Promise<Formed> {
  switch (wanted.what) {
    case 'timeOff':
      return timeOff(ctx, wanted, plan)
    case 'timeOffCut':
      return timeOffCut(ctx, wanted, plan)
    case 'override':
      return override(ctx, wanted, plan)
    case 'focus':
      return { change: wanted, data: wanted }
    case 'candidate': {
      await insistOnIssue(ctx, wanted.ref, plan, wanted.isIn)
      return { change: wanted, data: wanted }
    }
    case 'dri': {
      const { id, name } = await memberByHandle(ctx, wanted.person)
      await insistOnIssue(ctx, wanted.ref, plan, false)
      insist(whyNotDrive({ name, roles: await rolesOf(ctx, id) }))
      return { change: wanted, data: { ...wanted, person: { id, name } } }
    }
    case 'deliverable': {
      await insistOnPick(ctx, wanted, plan)
      return { change: wanted, data: wanted }
    }
  }
}

type Of<W extends NewSandboxChange['what']> = Extract<NewSandboxChange, { what: W }>

async function timeOff(ctx: Ctx, wanted: Of<'timeOff'>, { box }: SandboxPlan): Promise<Formed> {
  const { what, person } = wanted
  const { id, name } = await memberByHandle(ctx, person)
  const days = daysOf(wanted)
  insist(whyNotTimeOffOf({ name, roles: await rolesOf(ctx, id), admin: false }))
  insist(whyNotDays(days) ?? whyNotWithin(days, box))
  return { change: { what, person, ...days }, data: { what, person: { id, name }, ...days } }
}

/** Days are all that is asked and told of it: which entries they cut is found when it is applied. */
async function timeOffCut(ctx: Ctx, wanted: Of<'timeOffCut'>, plan: SandboxPlan): Promise<Formed> {
  const { what, person } = wanted
  const { id, name } = await memberByHandle(ctx, person)
  const days = daysOf(wanted)
  const away = whatIfOf(plan).away.filter((one) => one.person === person)
  insist(whyNotDays(days) ?? whyNotWithin(days, plan.box) ?? whyNotCut(days, { name, away }))
  return { change: { what, person, ...days }, data: { what, person: { id, name }, ...days } }
}

const daysOf = ({
  from,
  to,
  fromNoon = false,
  untilNoon = false,
}: Of<'timeOff' | 'timeOffCut'>): TimeOffDays => ({ fromOn: from, toOn: to, fromNoon, untilNoon })

async function override(ctx: Ctx, wanted: Of<'override'>, { box }: SandboxPlan): Promise<Formed> {
  const { what, term, weekOn, value } = wanted
  const { id, name } = await memberByHandle(ctx, wanted.person)
  const team = wanted.team === null ? null : await teamBySlug(ctx, wanted.team)
  const days = eachDay(box.startOn, box.dueOn)
  const starts = weekStarts(days)
  const stretch = weekOn === null ? days.length : Math.min(7, days.length - starts.indexOf(weekOn) * 7)
  insist(whyNotOverride({ term, value, weekOn, reason: 'A what-if.' }, starts, stretch))
  return { change: wanted, data: { what, term, weekOn, value, person: { id, name }, team } }
}

/** What is a candidate is asked of the what-if: the changes before this one count. */
async function insistOnIssue(ctx: Ctx, ref: number, plan: SandboxPlan, isIn: boolean): Promise<void> {
  const { state } = await issueFacts(ctx, ref)
  const isCandidate = whatIfOf(plan).work.some((one) => one.ref === ref)
  const isWork = (await workOf(ctx, [ref])).length > 0
  insist(whyNotCandidate({ ref, isOpen: state === 'open', isWork, isCandidate }, isIn))
}

/** Held to the rule of the selection, with the DRI that the what-if gives it. */
async function insistOnPick(ctx: Ctx, { ref, isIn }: Of<'deliverable'>, plan: SandboxPlan): Promise<void> {
  const { state } = await issueFacts(ctx, ref)
  const work = whatIfOf(plan).work.find((one) => one.ref === ref)
  const facts = { ref, isOpen: state === 'open', isCandidate: Boolean(work), isPicked: work?.picked ?? false }
  insist(whyNotPick(facts, isIn))
  const dri = work?.dri ?? null
  if (isIn) insist(await whyNotSelectIfCandidate(ctx, { milestone: plan.box.slug, ref, dri }))
}

export const removeSandboxChange = (
  ctx: Ctx,
  { milestone, sandbox: slug, change: id }: InputOf<typeof removing>,
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'sandbox.edit')
    const { row, ...named } = await openOne(ctx, milestone, slug)
    const change = (await changesOf(ctx, row.id)).find((one) => one.id === id)
    if (!change) throw notFound('This change')
    const { data, reason, by, seen } = change
    return { event: await eraseChange(ctx, { ...named, id, change: data, reason, by, seen }) }
  })
