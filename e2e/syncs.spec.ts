import { handOverIssue } from '#lib/contract/hand-overs.ts'
import { labelIssue, readIssue } from '#lib/contract/issues.ts'
import { addPoint, endSync, listSyncs, readAgenda, readSync, startSync } from '#lib/contract/syncs.ts'
import { addTimeOff } from '#lib/contract/time-off.ts'
import { open } from './boards.ts'
import { clientAt } from './client.ts'
import { boxOf } from './drag.ts'
import { somePlanners } from './planners.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('three people in one room: one leads, all see what comes of an item, and the absent read the minutes', async ({
  page,
  signIn,
  asPerson,
  api,
}) => {
  const em = await api('mohamed')
  const { running } = await em.ask(listSyncs, { group: GROUP })
  if (running !== null) await em.ask(endSync, { group: GROUP, sync: running })
  const text = `Lunch on Friday, ${Date.now()}`
  const { item } = await em.ask(addPoint, { group: GROUP, text })
  await signIn('mohamed')
  await open(page, `/${GROUP}/sync`)
  await page.getByRole('button', { name: 'Start sync' }).click()
  await expect(page.getByRole('button', { name: 'End sync' })).toBeVisible()
  const address = new URL(page.url()).pathname
  const [julie, cindy] = [await asPerson('julie'), await asPerson('cindy')]
  await open(julie, address)
  await open(cindy, address)
  const present = page.getByRole('list', { name: 'Present' })
  await expect(present).toContainText('Julie Huang')
  await expect(present).toContainText('Cindy Halim')
  await page.getByRole('navigation', { name: 'Agenda' }).getByRole('button', { name: text }).click()
  await expect(julie.getByRole('article', { name: 'Item' })).toContainText(text)
  await julie.getByRole('button', { name: 'Done' }).click()
  await julie.getByRole('textbox', { name: 'Note (optional)' }).fill('At one.')
  await julie.keyboard.press('Control+Enter')
  await expect(cindy.getByRole('list', { name: 'All outcomes' })).toContainText('At one.')
  await page.getByRole('button', { name: 'End sync' }).click()
  await expect(cindy.getByRole('button', { name: 'End sync' })).toBeHidden()
  const newick = await asPerson('newick')
  await open(newick, address)
  await expect(newick.getByRole('list', { name: 'All outcomes' })).toContainText('At one.')
  await expect(newick.getByRole('list', { name: 'Present' })).toContainText('Julie Huang')
  const { outcomes } = await em.ask(readSync, { group: GROUP, sync: Number(address.split('/').at(-1)) })
  expect(outcomes.map((one) => one.item)).toContain(item)
})

test('by keys alone: through the items, an outcome chosen by its letter, recorded, and undone with Z', async ({
  page,
  signIn,
  baseURL,
}) => {
  // the agenda of a group of its own is short
  const { em, group } = await somePlanners(baseURL)
  const { sync } = await em.ask(startSync, { group })
  const text = `A word about keys, ${Date.now()}`
  await em.ask(addPoint, { group, text })
  await signIn('mohamed')
  await open(page, `/${group}/sync/${sync.id}`)
  const item = page.getByRole('article', { name: 'Item' })
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(item).toContainText(text, { timeout: 300 })
  }).toPass()
  await page.keyboard.press('v')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('group', { name: 'Revisit' })).toBeHidden()
  await item.getByRole('button', { name: 'Note' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Kept.')
  await page.keyboard.press('Control+Enter')
  const outcomes = page.getByRole('list', { name: 'Outcomes of this item' })
  await expect(outcomes).toContainText('Kept.')
  await page.keyboard.press('z')
  await expect(outcomes).toBeHidden()
  await em.ask(endSync, { group, sync: sync.id })
})

test('by mouse alone: a sync is started, two items are settled, a note is kept, it ends, and its minutes are read', async ({
  page,
  signIn,
  baseURL,
}) => {
  const { em, group, today, anIssue } = await somePlanners(baseURL)
  const { ref, title } = await anIssue('Slow model list', { dri: 'cindy' })
  const blocked = { need: 'A key', from: 'Infra' }
  await em.ask(labelIssue, { group, ref, add: ['workflow::blocked'], blocked })
  await em.ask(addPoint, { group, text: 'Lunch on Friday' })
  const patrick = await clientAt(baseURL ?? '', 'patrick')
  await patrick.ask(addTimeOff, { group, from: today, to: today, kind: 'vacation', note: '' })
  await signIn('mohamed')
  await open(page, `/${group}/sync`)
  await page.getByRole('button', { name: 'Start sync' }).click()
  await expect(page.getByRole('list', { name: 'Present' })).toContainText('Mohamed')
  const absent = page.getByRole('list', { name: 'Absent' })
  await expect(absent.getByRole('listitem').filter({ hasText: 'Patrick' })).toContainText('away today')
  await expect(absent.getByRole('listitem').filter({ hasText: 'Cindy' })).toContainText('reads later')
  const item = page.getByRole('article', { name: 'Item' })
  await expect(item).toContainText(title)
  await item.getByRole('button', { name: 'Note' }).click()
  await item.getByRole('textbox', { name: 'Note' }).fill('The key is on its way.')
  await item.getByRole('button', { name: 'Record', exact: false }).last().click()
  await expect(item.getByRole('list', { name: 'Outcomes of this item' })).toContainText('on its way')
  await item.getByRole('button', { name: 'Unblock' }).click()
  await item.getByRole('checkbox', { name: /^It is unblocked now/ }).check()
  await expect(item.getByText('By (optional)')).toBeHidden()
  await item.getByRole('button', { name: /^Record and next/ }).click()
  await expect(item).toContainText('Lunch on Friday')
  expect((await em.ask(readIssue, { group, ref })).labels.map((one) => one.meaning)).not.toContain(
    'workflow.blocked',
  )
  await item.getByRole('button', { name: 'Done' }).click()
  await item.getByRole('textbox', { name: 'Note (optional)' }).fill('At one.')
  await item.getByRole('button', { name: /^Record and next/ }).click()
  await page.getByRole('button', { name: 'End sync' }).click()
  await expect(page.getByRole('button', { name: 'End sync' })).toBeHidden()
  await page.reload()
  const minutes = page.getByRole('list', { name: 'All outcomes' })
  await expect(minutes.getByRole('listitem')).toHaveText([
    /^Note.*on its way/,
    /^Unblock.*Unblocked\./,
    /^Done.*At one\./,
  ])
  await expect(
    page.getByRole('article', { name: 'Item' }).getByRole('heading', { name: 'Outcome' }),
  ).toBeHidden()
})

test('an item is settled before the meeting, and stands in the minutes of the next sync', async ({
  page,
  signIn,
  baseURL,
}) => {
  const { em, group } = await somePlanners(baseURL)
  await em.ask(addPoint, { group, text: 'Move the retrospective' })
  await signIn('cindy')
  await open(page, `/${group}/sync`)
  const item = page.getByRole('article', { name: 'Item' })
  await item.getByRole('button', { name: 'Done' }).click()
  await item.getByRole('textbox', { name: 'Note (optional)' }).fill('It moves to Monday.')
  await item.getByRole('button', { name: /^Record and next/ }).click()
  await expect(item.getByRole('list', { name: 'Outcomes of this item' })).toContainText('It moves to Monday.')
  await expect(page.getByText('1 of 1 done')).toBeVisible()
  const { sync } = await em.ask(startSync, { group })
  await em.ask(endSync, { group, sync: sync.id })
  const { items, outcomes } = await em.ask(readSync, { group, sync: sync.id })
  expect(items.map(({ state }) => state)).toEqual(['settled'])
  expect(outcomes.map(({ sentence, by }) => [sentence, by?.handle])).toEqual([
    ['It moves to Monday.', 'cindy'],
  ])
})

test('U and a press of Space free a blocked issue, and Z blocks it again with what it needs', async ({
  page,
  signIn,
  baseURL,
}) => {
  const { em, group, anIssue } = await somePlanners(baseURL)
  const { ref } = await anIssue('Waits for a key', { dri: 'cindy' })
  const blocked = { need: 'A key', from: 'Infra' }
  await em.ask(labelIssue, { group, ref, add: ['workflow::blocked'], blocked })
  const stands = async () => {
    const { labels, blocked: now } = await em.ask(readIssue, { group, ref })
    return [labels.find(({ meaning }) => meaning?.startsWith('workflow.'))?.meaning, now]
  }
  await signIn('cindy')
  await open(page, `/${group}/sync`)
  const free = page.getByRole('checkbox', { name: /^It is unblocked now/ })
  await expect(async () => {
    await page.keyboard.press('u')
    await expect(free).toBeFocused({ timeout: 500 })
  }).toPass()
  await expect(async () => {
    await page.keyboard.press('Space')
    await expect(free).toBeChecked({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('1 of 1 done')).toBeVisible()
  expect(await stands()).toEqual(['workflow.ready-for-development', null])
  await page.keyboard.press('z')
  await expect(page.getByText('0 of 1 done')).toBeVisible()
  expect(await stands()).toEqual(['workflow.blocked', expect.objectContaining(blocked)])
})

test('a hand-over that waits is accepted on the agenda, and withdrawn there by the person who asked', async ({
  page,
  signIn,
  asPerson,
  baseURL,
}) => {
  const { em, group, anIssue } = await somePlanners(baseURL)
  const cindy = await clientAt(baseURL ?? '', 'cindy')
  const [first, second] = [
    await anIssue('First', { dri: 'cindy' }),
    await anIssue('Second', { dri: 'cindy' }),
  ]
  for (const { ref } of [first, second])
    await cindy.ask(handOverIssue, {
      group,
      ref,
      from: 'cindy',
      to: 'patrick',
      context: 'The probe is left.',
    })
  await signIn('patrick')
  await open(page, `/${group}/sync`)
  const item = page.getByRole('article', { name: 'Item' })
  await expect(item).toContainText(first.title)
  await item.getByRole('button', { name: `Take over #${first.ref}`, exact: true }).click()
  await expect.poll(async () => (await em.ask(readIssue, { group, ref: first.ref })).dri).toBe('patrick')
  await expect(item).toContainText(second.title)
  await expect(item.getByRole('button', { name: `Decline to take over #${second.ref}` })).toBeVisible()
  const hers = await asPerson('cindy')
  await open(hers, `/${group}/sync`)
  await hers.getByRole('button', { name: `Withdraw the hand-over of #${second.ref}` }).click()
  await expect.poll(async () => (await em.ask(readIssue, { group, ref: second.ref })).offeredTo).toBeNull()
  await expect
    .poll(async () => (await em.ask(readAgenda, { group })).items.map(({ source }) => source))
    .not.toContain('hand_over')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 })

  test('the agenda is a sheet, in which an item is chosen; it is settled by touch, and the next one is shown from its top', async ({
    page,
    signIn,
    baseURL,
  }) => {
    const { em, group } = await somePlanners(baseURL)
    for (const text of ['Lunch on Friday', 'The retrospective']) await em.ask(addPoint, { group, text })
    const { sync } = await em.ask(startSync, { group })
    await signIn('cindy')
    await open(page, `/${group}/sync/${sync.id}`)
    const item = page.getByRole('article', { name: 'Item' })
    const agenda = page.getByRole('button', { name: /^Agenda/ })
    await expect(item).toContainText('Lunch on Friday')
    await agenda.tap()
    const sheet = page.getByRole('dialog', { name: 'Agenda' })
    const line = sheet.getByRole('button', { name: 'The retrospective' })
    await expect(sheet.getByRole('button', { name: 'Lunch on Friday' })).toBeFocused()
    expect((await boxOf(line)).height).toBeGreaterThanOrEqual(44)
    const { y, height } = await boxOf(sheet)
    expect(y + height).toBeCloseTo(844, 0)
    await line.tap()
    await expect(sheet).toBeHidden()
    await expect(item).toContainText('The retrospective')
    await item.getByRole('button', { name: 'Done' }).tap()
    await item.getByRole('textbox', { name: 'Note (optional)' }).fill('On Monday.')
    await item.getByRole('button', { name: /^Record and next/ }).tap()
    await expect(item).toContainText('Lunch on Friday')
    await expect(agenda).toBeInViewport()
    await agenda.tap()
    await expect(sheet.getByRole('button', { name: /The retrospective.*settled/ })).toBeVisible()
    await sheet.getByRole('button', { name: 'Close' }).tap()
    await expect(agenda).toBeFocused()
    await page.getByRole('button', { name: 'Next item' }).tap()
    await expect(item).toContainText('The retrospective')
    await em.ask(endSync, { group, sync: sync.id })
  })
})
