import { describe, expect, test } from 'vitest'
import { listEvents } from '../../queries/events.ts'
import { readIssue } from '../../queries/issues.ts'
import { listModels } from '../../queries/models.ts'
import { aModel, answerAll, modelOf, NO, YES } from '../../testing/models.ts'
import { rowsBothWays } from '../../testing/replayed.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { setModel } from '../issues/model.ts'
import { splitIssue } from '../issues/split.ts'
import { removeSample } from '../sample.ts'
import { editModel } from './edit.ts'
import { createModel, removeModel } from './models.ts'
import { editQuestions } from './questions.ts'

const group = 'custom-models'

describe('the register of models', () => {
  test('tells what is missing first, and of each question what to get right', () =>
    inWorld(async (ctx) => {
      const [ready, waived, missing] = [
        await aModel(ctx, 'Albatross'),
        await aModel(ctx, 'Bittern'),
        await aModel(ctx, 'Curlew'),
      ]
      await answerAll(ctx, ready)
      await editModel(ctx, { group, model: waived, waiver: { reason: 'A pilot of two customers.' } })
      await editModel(ctx, {
        group,
        model: missing,
        answers: [
          { question: 1, answer: NO },
          { question: 2, answer: YES },
        ],
      })
      const { items, questions, today } = await listModels(ctx)
      expect(today).toBe('2026-01-07')
      expect(questions.map(({ text }) => text)).toEqual([
        'Is the documentation complete?',
        'Are known issues resolved?',
        'Is support equipped to handle tickets?',
      ])
      expect(items.map(({ name, readiness }) => [name, readiness])).toEqual([
        ['Curlew', 'not_yet'],
        ['Bittern', 'waived'],
        ['Albatross', 'ready'],
      ])
      expect(items[0]?.gaps.map(({ why, first }) => [why, first])).toEqual([
        ['no', 'Write the setup guide.'],
        ['unanswered', 'no answer yet'],
      ])
      expect(items[1]?.waiver).toEqual({ by: 'mohamed', reason: 'A pilot of two customers.' })
      expect(items[2]).toMatchObject({ owner: 'mohamed', offered: ['com', 'self_managed'] })
    }))

  test('is edited by engineers, and waived by the engineering manager alone', () =>
    inWorld(async (ctx, { as }) => {
      const [julie, jordan] = [await as('julie'), await as('jordan')]
      const model = await aModel(julie)
      expect((await modelOf(ctx, model)).owner).toBe('julie')
      await answerAll(julie, model, NO)
      const waiver = { reason: 'It can wait.' }
      for (const person of [julie, jordan]) {
        await expect(editModel(person, { group, model, waiver })).rejects.toThrow(
          'Only the engineering manager waives the readiness check of a model.',
        )
      }
      await editModel(ctx, { group, model, waiver })
      await expect(editModel(julie, { group, model, waiver: null })).rejects.toMatchObject({
        code: 'forbidden',
      })
      expect((await modelOf(ctx, model)).readiness).toBe('waived')
    }))

  test('changes all that is given or nothing of it', () =>
    inWorld(async (ctx) => {
      const model = await aModel(ctx)
      const before = await modelOf(ctx, model)
      await expect(
        editModel(ctx, {
          group,
          model,
          name: 'Heron',
          answers: [
            { question: 1, answer: YES },
            { question: 2, answer: { verdict: 'yes', evidence: 'the wiki', expiresOn: '2026-06-30' } },
          ],
        }),
      ).rejects.toThrow('Give evidence as a link (https://…) or as an issue (#12).')
      expect(await modelOf(ctx, model)).toEqual(before)
    }))

  test('takes issues as evidence that the author may see, and no others', () =>
    inWorld(async (ctx) => {
      const [model, ref] = [await aModel(ctx), await anIssue(ctx, { confidential: true })]
      await editModel(ctx, {
        group,
        model,
        answers: [{ question: 1, answer: { ...YES, evidence: `#${ref}` } }],
      })
      const lost = { ...YES, evidence: '#9999' }
      await expect(
        editModel(ctx, { group, model, answers: [{ question: 1, answer: lost }] }),
      ).rejects.toMatchObject({ code: 'not_found' })
    }))

  test('says no word of confidential issues to those who may not see them', () =>
    inWorld(async (ctx) => {
      const model = await aModel(ctx)
      await setModel(ctx, { group, ref: await anIssue(ctx, { title: 'Secret', confidential: true }), model })
      const seen = await anIssue(ctx, { title: 'Add the model' })
      await setModel(ctx, { group, ref: seen, model })
      const outsider = { ...ctx, actor: { ...ctx.actor, roles: ['stakeholder' as const] } }
      expect((await modelOf(ctx, model)).issues).toHaveLength(2)
      expect((await modelOf(outsider, model)).issues.map(({ title }) => title)).toEqual(['Add the model'])
    }))

  test('keeps a name once, and a model that issues add', () =>
    inWorld(async (ctx) => {
      const model = await aModel(ctx)
      await expect(createModel(ctx, { group, name: ' falcon', offered: [] })).rejects.toThrow(
        'The model “falcon” is already in the register.',
      )
      const ref = await anIssue(ctx)
      await setModel(ctx, { group, ref, model })
      await expect(removeModel(ctx, { group, model })).rejects.toThrow(
        'An issue adds “Falcon”. Clear their model first.',
      )
      await setModel(ctx, { group, ref, model: null })
      await removeModel(ctx, { group, model })
      expect((await listModels(ctx)).items).toEqual([])
    }))
})

describe('the questions of the readiness check', () => {
  test('are the group’s: what changes them rewrites no answer', () =>
    inWorld(async (ctx) => {
      const model = await aModel(ctx)
      await answerAll(ctx, model)
      const { version } = await editQuestions(ctx, {
        group,
        version: 0,
        questions: [
          { id: 3, text: 'Can support handle tickets of it?' },
          { id: 1, text: 'Is the documentation complete?' },
          { text: 'Is there a price?' },
        ],
      })
      const { questions } = await listModels(ctx)
      expect(questions.map(({ id }) => id)).toEqual([3, 1, 4])
      const { answers, gaps, readiness } = await modelOf(ctx, model)
      expect(answers.map(({ asked }) => asked)).toEqual([
        'Is the documentation complete?',
        'Are known issues resolved?',
        'Is support equipped to handle tickets?',
      ])
      expect([readiness, gaps.map(({ text }) => text)]).toEqual(['not_yet', ['Is there a price?']])
      // a number is never given twice, so that an old answer answers no new question
      await editQuestions(ctx, { group, version, questions: [{ text: 'One?' }, { text: 'Two?' }] })
      expect((await listModels(ctx)).questions.map(({ id }) => id)).toEqual([5, 6])
      const { ledger, tables } = await rowsBothWays(ctx.db, 1)
      expect(ledger).toEqual(tables)
    }))

  test('are changed by the engineering manager, as they were read', () =>
    inWorld(async (ctx, { as }) => {
      const change = { group, version: 0, questions: [{ text: 'Is it safe?' }] }
      await expect(editQuestions(await as('jordan'), change)).rejects.toMatchObject({ code: 'forbidden' })
      await editQuestions(ctx, change)
      await expect(editQuestions(ctx, change)).rejects.toMatchObject({
        code: 'stale',
        facts: { version: 1, now: [{ id: 4, text: 'Is it safe?' }] },
      })
      const model = await aModel(ctx)
      await expect(editModel(ctx, { group, model, answers: [{ question: 1, answer: YES }] })).rejects.toThrow(
        'This question was not found',
      )
    }))
})

test('an issue says which model it adds, and its pieces do as well', () =>
  inWorld(async (ctx, { as }) => {
    const [model, ref] = [await aModel(ctx), await anIssue(ctx)]
    await setModel(await as('julie'), { group, ref, model })
    const { pieces } = await splitIssue(ctx, { group, ref, pieces: [{ title: 'One' }, { title: 'Two' }] })
    for (const piece of [ref, ...pieces]) {
      expect((await readIssue(ctx, { group, ref: piece })).model).toEqual({
        id: model,
        name: 'Falcon',
        readiness: 'not_yet',
        first: 'Is the documentation complete? no answer yet',
      })
    }
    const { items } = await listEvents(ctx, { group, issue: ref })
    expect(items.map(({ sentence }) => sentence)).toContain(
      'Julie Huang set the model of this issue to Falcon.',
    )
  }))

test('the sample takes its models with it, but for those that other issues add', () =>
  inWorld(async (ctx) => {
    const sample = { group, offered: [], sample: true }
    const { model: used } = await createModel(ctx, { ...sample, name: 'Used' })
    await createModel(ctx, { ...sample, name: 'Unused' })
    await setModel(ctx, { group, ref: await anIssue(ctx), model: used.id })
    await removeSample(ctx)
    expect((await listModels(ctx)).items.map(({ name }) => name)).toEqual(['Used'])
    const { ledger, tables } = await rowsBothWays(ctx.db, 1)
    expect(ledger['models']).toEqual(tables['models'])
  }))
