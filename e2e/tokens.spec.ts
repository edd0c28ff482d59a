import { open } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('a token is made, shown once, reads and does not write, and is revoked', async ({
  page,
  signIn,
  api,
}) => {
  const { address } = await api('julie')
  await signIn('julie')
  await open(page, `/${GROUP}/settings/tokens`)
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByRole('textbox', { name: 'What is it for?' }).fill('Weekly report')
  await page.getByRole('button', { name: 'Create token' }).click()
  const secret = await page.getByRole('textbox', { name: 'Access token' }).inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  const row = page
    .getByRole('list', { name: 'Access tokens' })
    .getByRole('listitem')
    .filter({ hasText: 'Weekly report' })
  await expect(row).toContainText('Reads only · never used')
  expect(await page.content(), 'it is nowhere any more').not.toContain(secret)

  const withToken = (path: string, init: RequestInit = {}) =>
    fetch(`${address}/api/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    })
  expect(await (await withToken('/me')).json()).toMatchObject({ handle: 'julie' })
  const write = await withToken(`/groups/${GROUP}/issues`, {
    method: 'POST',
    body: '{"title":"By a program"}',
  })
  expect(write.status).toBe(403)
  expect(await write.json()).toMatchObject({ detail: expect.stringContaining('is read only') })

  await page.reload()
  await expect(row).toContainText('last used')
  await row.getByRole('button', { name: 'Revoke Weekly report' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toHaveCount(0)
  await expect.poll(async () => (await withToken('/me')).status).toBe(401)
})
