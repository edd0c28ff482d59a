import { expect, test } from 'vitest'

import { aCard, namesOf } from '#components/boards/testing/boards.ts'
import { aSnapshot } from '#components/boards/testing/snapshot.ts'
import type { Grouping } from '#components/boards/view/grouping.ts'
import type { Card } from '#lib/contract/issues.ts'
import { CLOSED } from '#lib/domain/boards.ts'

import type { BoardSnapshot } from '#components/boards/drag/board-snapshot.ts'
import { entryOf } from './entry.ts'
import { asksForNeed, canOrder, previewOf, questionsOf, whyNotMove } from './move-rules.ts'

const [DEV, REVIEW, BLOCKED] = ['1', '2', '3']
const mine = aCard({ ref: 1, dri: 'cindy', assignees: ['cindy'], epic: 3 })
const theirs = aCard({ ref: 2, dri: 'julie', assignees: ['julie'] })
const free = aCard({ ref: 3 })

const snapshotFor = (
  who: Parameters<typeof aSnapshot>[0],
  grouping: Grouping = 'none',
  cards: readonly Card[] = [mine, theirs, free],
) => aSnapshot(who, grouping, cards)
const engineer = snapshotFor({})
const byPerson = (who: Parameters<typeof snapshotFor>[0] = {}) => snapshotFor(who, 'person')
const em = { handle: 'mohamed', roles: ['em' as const] }

test('a column that says blocked asks what the work waits for, unless it is there already', () => {
  expect(asksForNeed(engineer, mine, BLOCKED ?? '')).toBe(true)
  expect(asksForNeed(engineer, mine, REVIEW ?? '')).toBe(false)
  expect(asksForNeed(engineer, aCard({ labelIds: ['group', 'blocked'] }), BLOCKED ?? '')).toBe(false)
})

test('what a move asks before it happens is asked once for all that move', () => {
  const asked = (lane: string, cards: readonly Card[], snapshot = engineer, section?: string) =>
    questionsOf(
      snapshot,
      cards,
      { lane, index: 0, ...(section === undefined ? {} : { section }) },
      {
        subject: 'them',
      },
    ).map(({ kind, person }) => (person ? `${kind} ${person}` : kind))
  expect(asked(REVIEW ?? '', [mine, theirs])).toEqual([])
  expect(asked(BLOCKED ?? '', [mine, theirs])).toEqual(['blocked'])
  expect(asked(CLOSED, [mine])).toEqual(['close'])
  expect(asked(CLOSED, [aCard({ state: 'closed', closeReason: 'done' })])).toEqual([])
  expect(asked(BLOCKED ?? '', [mine], byPerson(), 'julie')).toEqual(['hand_over julie', 'blocked'])
})

test('a card that leaves Deliverable in the milestone that runs asks the EM, last, with those that it concerns', () => {
  const base = snapshotFor(em)
  const label = { id: 'said', title: 'Deliverable', meaning: 'deliverable', hue: 20 }
  const columns = [
    { ...base.view.columns[0], id: '9', title: 'Deliverable', labelId: 'said' },
    ...base.view.columns,
  ]
  // safe because the first column of the view is there
  const view = {
    ...base.view,
    labels: [...base.view.labels, label],
    columns: columns as typeof base.view.columns,
  }
  const snapshot = { ...base, view, names: namesOf(view) }
  const said = aCard({ ref: 5, labelIds: ['group', 'said'], dri: 'julie' })
  const later = aCard({ ref: 6, labelIds: ['group', 'said'], milestone: '19.8' })
  const asked = (cards: readonly Card[], lane: string, who: BoardSnapshot = snapshot) =>
    questionsOf(who, cards, { lane, index: 0 }, { subject: `${cards.length} issues` }).map(
      ({ kind, subject, milestone }) => [kind, subject, milestone].filter(Boolean).join(' '),
    )
  expect(asked([said], REVIEW ?? '')).toEqual(['push_back 1 issues 19.7'])
  expect(asked([said, later], BLOCKED ?? '')).toEqual(['blocked 2 issues', 'push_back 1 of 2 issues 19.7'])
  expect(asked([later], REVIEW ?? '')).toEqual([])
  expect(asked([said], CLOSED), 'closing takes no label off').toEqual(['close 1 issues'])
  const julie = { handle: 'julie', roles: ['engineer' as const], admin: false }
  expect(asked([said], REVIEW ?? '', { ...snapshot, actor: julie })).toEqual([])
})

test('a lane that a card enters says what it changes: nothing in its own, the epic, the functional team', () => {
  expect(entryOf(snapshotFor({}, 'epic'), mine, '3')).toBeNull()
  expect(entryOf(engineer, mine, '3'), 'without lanes').toBeNull()
  const epics = snapshotFor({}, 'epic')
  expect(entryOf(epics, free, '3')).toMatchObject({
    preview: 'Sets the epic to “Health check”.',
    message: 'Its epic is “Health check”.',
    optimistic: { epic: 3 },
    refusal: null,
    asks: false,
  })
  expect(entryOf(epics, mine, '')).toMatchObject({ message: 'It has no epic.', optimistic: { epic: null } })
  expect(entryOf(epics, mine, '')?.input()).toEqual({ by: 'epic', epic: null })
  const held = aCard({ ref: 4, team: 'gateway-services' })
  const teams = snapshotFor({}, 'team', [held, free])
  expect(entryOf(teams, free, 'gateway-services')).toMatchObject({
    preview: 'Sets the functional team to Gateway Services.',
    optimistic: { team: 'gateway-services' },
  })
  expect(entryOf(teams, held, '')?.input()).toEqual({ by: 'team', team: null })
})

test('the lane of a person: taken without words, handed over with them, and who asks is not who hands over', () => {
  expect(entryOf(byPerson(), free, 'cindy')).toMatchObject({
    refusal: null,
    asks: false,
    preview: 'Assigns it to you: you become the DRI.',
    optimistic: { dri: 'cindy', assignees: ['cindy'] },
  })
  expect(entryOf(byPerson(), mine, 'julie')).toMatchObject({
    refusal: null,
    asks: true,
    optimistic: { offeredTo: 'julie' },
  })
  expect(entryOf(byPerson(em), mine, 'julie')).toMatchObject({
    asks: true,
    optimistic: { dri: 'julie', offeredTo: null },
  })
  expect(entryOf(byPerson(), theirs, 'cindy')?.refusal?.because).toContain('Julie')
  expect(
    entryOf(byPerson(), free, 'julie')?.refusal,
    'an engineer does not assign a colleague',
  ).not.toBeNull()
  expect(entryOf(byPerson(), mine, '')).toMatchObject({
    message: 'You stepped down as DRI.',
    optimistic: { dri: null, assignees: [] },
  })
})

test('what was answered about the next DRI goes along with the move', () => {
  const entry = entryOf(byPerson(em), mine, 'julie')
  expect(entry?.input({ person: 'julie', context: 'The probe is half done.' })).toEqual({
    by: 'person',
    person: 'julie',
    context: 'The probe is half done.',
    atOnce: true,
  })
  expect(entry?.input({ person: 'julie', context: 'Later.', atOnce: false })).toMatchObject({ atOnce: false })
})

test('who may not move is told why before the server has to, and a Planning Board is ordered by PM and EM alone', () => {
  expect(whyNotMove(engineer, mine, REVIEW ?? '')).toBeNull()
  const stakeholder = snapshotFor({ handle: 'amy', roles: ['stakeholder'] })
  expect(whyNotMove(stakeholder, mine, REVIEW ?? '')?.because).toBeTruthy()
  expect(whyNotMove(byPerson(), theirs, DEV ?? '', 'cindy')?.because).toContain('Julie')
  const planned = (snapshot: BoardSnapshot): BoardSnapshot => ({
    ...snapshot,
    view: { ...snapshot.view, board: { ...snapshot.view.board, kind: 'planning' } },
  })
  const all = [engineer, snapshotFor(em), planned(engineer), planned(snapshotFor(em))]
  expect(all.map(canOrder)).toEqual([true, true, false, true])
})

test('a drop says what it will change: the label that comes and the one that goes', () => {
  expect(JSON.stringify(previewOf(engineer, mine, REVIEW ?? ''))).toContain('in review')
  expect(previewOf(engineer, mine, DEV ?? '').warnings).toEqual([])
})
