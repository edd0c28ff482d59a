import { addPoint, endSync, listSyncs, readSync, startSync } from '#lib/contract/syncs.ts'
import { open } from './boards.ts'
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
