import { LIVE_BEAT } from '#lib/contract/live.ts'
import { open } from './boards.ts'
import { withoutRest } from './chunks.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('a page from before an upgrade says so, keeps what was typed, and is whole again after one reload', async ({
  page,
  signIn,
  anIssue,
  forgive,
}) => {
  forgive(/404|ERR_|ChunkLoadError/)
  const issue = await anIssue({ title: 'From before' })
  await signIn('cindy')
  await open(page, `/${GROUP}/issues/${issue.ref}`)
  const comment = page.getByRole('textbox', { name: 'Add a comment' })
  await comment.fill('Typed before the upgrade')
  const notice = page.getByRole('alert').filter({ hasText: 'Saydo was updated.' })
  await expect(notice).toHaveCount(0)

  await page.route('**/api/live?*', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: `event: ${LIVE_BEAT}\ndata: {"build":"another"}\n\n`,
    }),
  )
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(notice).toBeVisible()
  await expect(comment).toHaveValue('Typed before the upgrade')
  await page.unroute('**/api/live?*')
  await notice.getByRole('button', { name: 'Reload' }).click()
  await expect(comment).toHaveValue('Typed before the upgrade')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(notice).toHaveCount(0)
})

test('a part that did not come is asked for again at the next press of its key', async ({
  page,
  signIn,
  forgive,
}) => {
  forgive(/404|ERR_|ChunkLoadError/)
  await withoutRest(page)
  await signIn('cindy')
  await open(page, `/${GROUP}/people`)
  const missing = page.getByRole('alert').filter({ hasText: 'This part could not be fetched.' })
  for (const [key, dialog] of [
    ['c', 'New issue'],
    ['Control+k', 'Command menu'],
  ] as const) {
    await page.route('**/_next/static/chunks/**', (route) => route.fulfill({ status: 404 }))
    await page.keyboard.press(key)
    await expect(missing).toBeVisible()
    await page.unroute('**/_next/static/chunks/**')
    // what is typed in the same breath belongs to the dialog that did not come
    await expect(async () => {
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await expect(missing).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})
