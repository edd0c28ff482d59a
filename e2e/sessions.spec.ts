import { open } from './boards.ts'
import { clientAt } from './client.ts'
import { openStream } from './stream.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('a session that is ended from elsewhere is over within a second, with the live stream it has open', async ({
  page,
  signIn,
  api,
}) => {
  const { address } = await api('newick')
  const elsewhere = await clientAt(address, 'newick')
  const stream = await openStream(elsewhere, GROUP)
  await expect.poll(stream.retry).toBe(1000)

  await signIn('newick')
  await open(page, `/${GROUP}/settings/sessions`)
  const rows = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await expect(rows.filter({ hasText: 'this one' })).toHaveCount(1)
  const before = await rows.count()
  // The newest comes first, and this page's own was begun after the one elsewhere.
  const pressed = performance.now()
  await rows.nth(1).getByRole('button', { name: /^End/ }).click()
  await expect(rows).toHaveCount(before - 1)
  expect((await stream.ended) - pressed).toBeLessThan(1000)
  expect((await elsewhere.fetch('/api/v1/me')).status).toBe(401)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
})

test('all other sessions end in one act, and the one that ends them goes on', async ({
  page,
  signIn,
  baseURL,
}) => {
  // Somebody whose session no other story shares.
  const others = [await clientAt(baseURL ?? '', 'admin'), await clientAt(baseURL ?? '', 'admin')]
  await signIn('admin')
  await open(page, `/${GROUP}/settings/sessions`)
  const rows = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await page.getByRole('button', { name: 'End all others' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End them' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText('this one')
  for (const other of others) expect((await other.fetch('/api/v1/me')).status).toBe(401)
  await page.reload()
  await expect(rows).toHaveCount(1)
})
