import { open } from './boards.ts'
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
