import type * as contract from '#lib/contract/calls.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import { whyNotCall, whyNotChangeCall } from '#lib/domain/calls.ts'
import type { CallData, WholeCall } from '#lib/domain/events/calls.ts'
import { may } from '#lib/domain/permissions.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { callById, type CallFacts, callOf } from '../../queries/calls.ts'
import { memberByHandle } from '../../queries/facts.ts'
import { todayOf } from '../../queries/milestones.ts'
import { subjectFacts, subjectNamed } from '../../queries/subjects.ts'
import { inTransaction } from '../../transaction.ts'
import { idOr } from '../ids.ts'
import { meOf } from '../issues/dri.ts'

type Person = { id: string; name: string }
const personOf = ({ id, name }: Person): Person => ({ id, name })

/** Handbook › Communication: what came out of a call is noted on the item, for those who were not in it. */
export const noteCall = (ctx: Ctx, input: InputOf<typeof contract.noteCall>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'call.note')
    const { kind, ref } = await subjectFacts(ctx, subjectNamed(input.subject))
    const people = await membersOf(ctx, input.people)
    const { day, outcome, why, recording = '' } = input
    insist(whyNotCall({ outcome, why, recording, day, today: todayOf(ctx), people: people.length }))
    return addCall(ctx, {
      about: { kind, number: ref },
      day,
      people,
      outcome: outcome.trim(),
      why: why.trim(),
      recording: recording.trim(),
      by: personOf(meOf(ctx)),
      at: ctx.now.toISOString(),
    })
  })

/** Each once. */
async function membersOf(ctx: Ctx, handles: readonly string[]): Promise<Person[]> {
  const people = []
  for (const handle of handles) people.push(personOf(await memberByHandle(ctx, handle)))
  return [...new Map(people.map((one) => [one.id, one])).values()]
}

/** With an id, one that was removed comes back as it was. */
export async function addCall(ctx: Ctx, call: Omit<WholeCall, 'id'> & { id?: number }) {
  const { rows } = await ctx.db.query<{ id: number }>({
    name: 'insert-call',
    text: `insert into calls (group_id, issue_number, epic_number, day, outcome, why, recording, by_id, at, id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, ${idOr('calls', '$10')}) returning id`,
    values: [
      ctx.group.id,
      call.about.kind === 'issue' ? call.about.number : null,
      call.about.kind === 'epic' ? call.about.number : null,
      call.day,
      call.outcome,
      call.why,
      call.recording,
      call.by?.id ?? null,
      call.at,
      call.id ?? null,
    ],
  })
  const id = rows[0]?.id ?? 0
  await writePeople(ctx, id, call.people)
  const event = await record(ctx, { type: 'call.noted', ...onIssue(call), data: { ...call, id } })
  return { call: callOf(await callById(ctx, id)), event }
}

async function writePeople(ctx: Ctx, id: number, people: readonly Person[]): Promise<void> {
  await ctx.db.query({
    name: 'delete-call-people',
    text: 'delete from call_people where group_id = $1 and call_id = $2',
    values: [ctx.group.id, id],
  })
  await ctx.db.query({
    name: 'insert-call-people',
    text: 'insert into call_people (group_id, call_id, person_id) select $1, $2, unnest($3::text[])',
    values: [ctx.group.id, id, people.map((one) => one.id)],
  })
}

/** An event about an issue names it, and stands in its journal. */
const onIssue = ({ about }: Pick<WholeCall, 'about'>): { issue?: number } =>
  about.kind === 'issue' ? { issue: about.number } : {}

export const editCall = (ctx: Ctx, { call: id, ...input }: InputOf<typeof contract.editCall>) =>
  inTransaction(ctx, async (ctx) => {
    const call = await changeable(ctx, id)
    const from = dataOf(call)
    const to: CallData = {
      day: input.day ?? from.day,
      people: input.people === undefined ? from.people : await membersOf(ctx, input.people),
      outcome: input.outcome?.trim() ?? from.outcome,
      why: input.why?.trim() ?? from.why,
      recording: input.recording?.trim() ?? from.recording,
    }
    insist(whyNotCall({ ...to, today: todayOf(ctx), people: to.people.length }))
    return writeCall(ctx, call, to)
  })

export async function writeCall(ctx: Ctx, call: CallFacts, to: CallData) {
  const from = dataOf(call)
  if (JSON.stringify(from) === JSON.stringify(to))
    insist({ code: 'unchanged', because: 'The note is so already.' })
  await ctx.db.query({
    name: 'update-call',
    text: 'update calls set day = $3, outcome = $4, why = $5, recording = $6 where group_id = $1 and id = $2',
    values: [ctx.group.id, call.id, to.day, to.outcome, to.why, to.recording],
  })
  await writePeople(ctx, call.id, to.people)
  const about = aboutOf(call)
  const event = await record(ctx, {
    type: 'call.edited',
    ...onIssue({ about }),
    data: { id: call.id, about, from, to },
  })
  return { call: callOf(await callById(ctx, call.id)), event }
}

export const removeCall = (ctx: Ctx, { call: id }: Pick<InputOf<typeof contract.removeCall>, 'call'>) =>
  inTransaction(ctx, async (ctx) => deleteCall(ctx, await changeable(ctx, id)))

async function deleteCall(ctx: Ctx, call: CallFacts): Promise<{ event: number }> {
  await ctx.db.query({
    name: 'delete-call',
    text: 'delete from calls where group_id = $1 and id = $2',
    values: [ctx.group.id, call.id],
  })
  const about = aboutOf(call)
  const data: WholeCall = {
    id: call.id,
    about,
    ...dataOf(call),
    by: call.by && personOf(call.by),
    at: call.at,
  }
  return { event: await record(ctx, { type: 'call.removed', ...onIssue({ about }), data }) }
}

const aboutOf = ({ about }: CallFacts): WholeCall['about'] => ({ kind: about.kind, number: about.ref })

const dataOf = ({ day, people, outcome, why, recording }: CallFacts): CallData => ({
  day,
  people: people.map(personOf),
  outcome,
  why,
  recording,
})

async function changeable(ctx: Ctx, id: number): Promise<CallFacts> {
  authorise(ctx, 'call.note')
  const call = await callById(ctx, id)
  const me = ctx.actor.id
  insist(
    whyNotChangeCall({
      mine: call.by?.id === me,
      wasIn: call.people.some((one) => one.id === me),
      leads: may(ctx.actor, 'assign.others'),
    }),
  )
  return call
}
