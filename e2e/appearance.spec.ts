import { open, openBoard } from './boards.ts'
import { boxOf } from './drag.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('a theme is chosen by mouse or keys, holds over a reload, and like the system it follows the system', async ({
  page,
  signIn,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await signIn('cindy')
  await open(page, `/${GROUP}/settings/appearance`)
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await ground()
  await page.getByRole('radio', { name: /^Dark/ }).check({ force: true })
  await expect.poll(ground).not.toBe(light)
  const dark = await ground()
  await page.reload()
  await expect(page.getByRole('radio', { name: /^Dark/ })).toBeChecked()
  expect(await ground()).toBe(dark)

  await page.getByRole('radio', { name: /^Dark/ }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: /^Light/ })).toBeChecked()
  await expect.poll(ground).toBe(light)

  await page.getByRole('radio', { name: /^System/ }).check({ force: true })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(ground).toBe(dark)
})

test('who asks for less motion sees the other theme at once: nothing is on its way to it', async ({
  page,
  signIn,
}) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await signIn('cindy')
  await openBoard(page, 'build')
  const moving = () => page.evaluate(() => document.getAnimations().length)
  await expect.poll(moving).toBe(0)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await moving()).toBe(0)
})

test('the title of every page begins on one edge and stands on one line', async ({ page, signIn }) => {
  await signIn('mohamed')
  const places: { left: number; middle: number }[] = []
  for (const address of ['week', 'inbox', 'boards/build', 'issues', 'epics', 'activity', 'people'].concat(
    'ownership',
    'issues/report',
    'search',
    'settings/labels',
  )) {
    await open(page, `/${GROUP}/${address}`)
    const { x, y, height } = await boxOf(page.getByRole('main').getByRole('heading', { level: 1 }))
    places.push({ left: Math.round(x), middle: Math.round(y + height / 2) })
  }
  const [first] = places
  expect(places).toEqual(places.map(() => first))
})

test('a menu that opens moves nothing of the page below it', async ({ page, signIn }) => {
  await signIn('mohamed')
  await open(page, `/${GROUP}/issues`)
  const table = page.getByRole('table', { name: 'Issues' })
  const { y } = await boxOf(table)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(page.getByRole('menu', { name: 'Filter' })).toBeVisible()
  expect((await boxOf(table)).y).toBe(y)
})
