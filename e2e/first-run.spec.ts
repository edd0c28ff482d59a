import { anApp } from './app.ts'
import { expect, test } from './test.ts'

const ADMIN = { name: 'First administrator', email: 'first@example.org', password: 'a long enough password' }

test('outside of the demo the start prints a link that sets up the first administrator, once', async ({
  page,
  forgive,
}) => {
  test.setTimeout(240_000)
  forgive(/401/)
  const app = await anApp({ PUBLIC_URL: 'http://saydo.invalid' }, { firstStart: true })
  try {
    await app.start()
    const linkIn = (text: string) => /\/first-run\?token=\S+/.exec(text)?.[0] ?? ''
    await expect.poll(() => linkIn(app.printed())).not.toBe('')
    const link = linkIn(app.printed())
    const demo = await fetch(`${app.address}/api/v1/demo/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"person":"mohamed"}',
    })
    expect(demo.status, 'nobody is let in without a secret').toBe(404)

    await page.goto(app.address + link)
    await page.getByRole('textbox', { name: 'Name' }).fill(ADMIN.name)
    await page.getByRole('textbox', { name: /^Handle/ }).fill('first')
    await page.getByRole('textbox', { name: 'E-mail address' }).fill(ADMIN.email)
    await page.getByRole('textbox', { name: /^Password/ }).fill(ADMIN.password)
    await page.getByRole('button', { name: 'Set up and sign in' }).click()
    await expect(page.getByText('Live', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: `${ADMIN.name}: theme, keys, sign out` }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in$/)
    await expect(page.getByRole('list', { name: 'People to sign in as' })).toHaveCount(0)

    const submit = page.getByRole('button', { name: 'Sign in' })
    await page.getByRole('textbox', { name: 'E-mail address' }).fill(ADMIN.email)
    await page.getByRole('textbox', { name: 'Password' }).fill('not the right one')
    await submit.click()
    await expect(page.getByRole('main').getByRole('alert')).not.toBeEmpty()
    await page.getByRole('textbox', { name: 'Password' }).fill(ADMIN.password)
    await submit.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('My week')

    await page.goto(app.address + link)
    await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
  } finally {
    await page.close()
    await app.clear()
  }
})
