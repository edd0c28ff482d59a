import { describe, expect, test } from 'vitest'
import { editModel } from '../commands/models/edit.ts'
import { type Ctx, THE_CLOCK } from '../context.ts'
import { countInbox, listInbox } from '../queries/inbox.ts'
import { aModel, answerAll, modelOf, YES } from '../testing/models.ts'
import { rowsBothWays } from '../testing/replayed.ts'
import { inWorld } from '../testing/world.ts'
import { modelExpiry } from './model-expiry.ts'
import { runOnce } from './run.ts'

const group = 'custom-models'
const TURNS = { refinementDay: 1, refinementHour: 9, updateDay: 4 }
const UNTIL = { ...YES, expiresOn: '2026-01-12' }

/** How many answers are told to have expired by then, in a zone. */
const tell = async (ctx: Ctx, now: string, zone = 'UTC') => {
  const clock: Ctx = { ...ctx, actor: THE_CLOCK, group: { ...ctx.group, zone }, now: new Date(now) }
  let done = 0
  for (const period of await modelExpiry.owed(clock, TURNS))
    if (await runOnce(modelExpiry, clock, period)) done += 1
  return done
}
const at = (ctx: Ctx, now: string): Ctx => ({ ...ctx, now: new Date(now) })

describe('an answer that expires', () => {
  test('is told once to who answers for the model and to the engineering manager', () =>
    inWorld(async (ctx, { as }) => {
      const julie = await as('julie')
      const model = await aModel(julie)
      await answerAll(julie, model)
      await editModel(julie, { group, model, answers: [{ question: 2, answer: UNTIL }] })
      expect(await tell(ctx, '2026-01-13T07:59:00Z')).toBe(0)
      expect(await tell(ctx, '2026-01-13T08:00:00Z')).toBe(1)
      expect(await tell(ctx, '2026-01-14T08:00:00Z')).toBe(0)
      const later = '2026-01-14T09:00:00Z'
      for (const person of [julie, ctx]) {
        expect((await listInbox(at(person, later), { group })).items).toMatchObject([
          {
            kind: 'reminder',
            subject: { kind: 'model', title: 'Falcon' },
            link: `/custom-models/models?model=${model}`,
            sentence:
              'Saydo found that the answer to “Are known issues resolved?” expired on 2026-01-12: the model “Falcon” is not ready.',
          },
        ])
      }
      expect((await listInbox(at(await as('jordan'), later), { group })).items).toEqual([])
      expect((await modelOf(at(ctx, later), model)).readiness).toBe('not_yet')
    }))

  test('asks for nothing more once the question is answered again', () =>
    inWorld(async (ctx) => {
      const model = await aModel(ctx)
      await answerAll(ctx, model, UNTIL)
      expect(await tell(ctx, '2026-01-13T08:00:00Z')).toBe(3)
      const later = at(ctx, '2026-01-13T10:00:00Z')
      expect(await countInbox(later)).toMatchObject({ count: 3 })
      await editModel(later, { group, model, answers: [{ question: 1, answer: YES }] })
      expect(await countInbox(later)).toMatchObject({ count: 2 })
      await answerAll(later, model)
      expect(await countInbox(later)).toMatchObject({ count: 0 })
    }))

  test('is told in the morning of the group, wherever that is', () =>
    inWorld(async (ctx) => {
      const model = await aModel(ctx)
      await answerAll(ctx, model, YES)
      await editModel(ctx, { group, model, answers: [{ question: 1, answer: UNTIL }] })
      const states = async (now: string, zone: string) =>
        (await modelOf({ ...at(ctx, now), group: { ...ctx.group, zone } }, model)).readiness
      // the day is over in Kiritimati while it has not begun in Pago Pago
      expect(await states('2026-01-12T10:00:00Z', 'Pacific/Kiritimati')).toBe('not_yet')
      expect(await states('2026-01-12T10:00:00Z', 'Pacific/Pago_Pago')).toBe('ready')
      expect(await tell(ctx, '2026-01-12T17:59:00Z', 'Pacific/Kiritimati')).toBe(0)
      expect(await tell(ctx, '2026-01-12T18:00:00Z', 'Pacific/Kiritimati')).toBe(1)
    }))

  test('keeps its morning when the clocks change in the night', () =>
    inWorld(async (ctx) => {
      const [model, zone] = [await aModel(ctx), 'Europe/Berlin']
      await answerAll(ctx, model, YES)
      await editModel(ctx, {
        group,
        model,
        answers: [{ question: 1, answer: { ...YES, expiresOn: '2026-03-28' } }],
      })
      expect(await tell(ctx, '2026-03-29T05:59:00Z', zone)).toBe(0)
      expect(await tell(ctx, '2026-03-29T06:00:00Z', zone)).toBe(1)
    }))

  test('is no news where the model is waived, where the question is asked no more, and long after', () =>
    inWorld(async (ctx) => {
      const [waived, old] = [await aModel(ctx, 'Waived'), await aModel(ctx, 'Old')]
      await answerAll(ctx, waived, UNTIL)
      await editModel(ctx, { group, model: waived, waiver: { reason: 'A pilot.' } })
      await answerAll(ctx, old, UNTIL)
      expect(await tell(ctx, '2026-02-10T08:00:00Z')).toBe(0)
      expect(await tell(ctx, '2026-02-09T08:00:00Z')).toBe(3)
      const { ledger, tables } = await rowsBothWays(ctx.db, 1)
      expect(ledger).toEqual(tables)
    }))
})
