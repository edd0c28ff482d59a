import type { Page } from 'playwright/test'
import { anApp } from './app.ts'
import { boardAt, open } from './boards.ts'
import { clientAt } from './client.ts'
import { expect, test } from './test.ts'

const banner = (page: Page) => page.getByRole('region', { name: 'Connection' })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('while the database is away pages say so, and all of them come back by themselves', async ({
  page,
  context,
  browser,
  forgive,
}) => {
  test.setTimeout(120_000)
  forgive(/503|ERR_INCOMPLETE_CHUNKED_ENCODING/)
  const app = await anApp()
  try {
    await app.start()
    const { cookie } = await clientAt(app.address, 'mohamed')
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: app.address }])
    await open(page, app.address + boardAt('build'))
    await expect(page.getByText('Live', { exact: true })).toBeVisible()

    await app.takeDatabase()
    await expect(banner(page)).toContainText('The database cannot be reached.', { timeout: 15_000 })

    const fresh = await context.newPage()
    const outsider = await (await browser.newContext()).newPage()
    for (const [one, path] of [
      [fresh, boardAt('build')],
      [outsider, '/sign-in'],
    ] as const) {
      const answer = await one.goto(app.address + path)
      expect([path, answer?.status(), answer?.headers()['retry-after']]).toEqual([path, 503, '2'])
      await expect(heading(one)).toHaveText('The database cannot be reached')
      await expect(one.getByText('Nothing is lost.')).toBeVisible()
    }

    await app.giveDatabase()
    await expect(heading(fresh)).toHaveText(/Build/, { timeout: 30_000 })
    await expect(heading(outsider)).toHaveText('Choose a sample person', { timeout: 30_000 })
    await expect(banner(page)).toHaveCount(0, { timeout: 30_000 })
    await expect(page.getByText('Live', { exact: true })).toBeVisible()
    expect((await clientAt(app.address, 'cindy')).handle).toBe('cindy')
    await outsider.context().close()
    await fresh.close()
  } finally {
    await test.info().attach('what the application printed', { body: app.printed() })
    await page.close()
    await app.clear()
  }
})
