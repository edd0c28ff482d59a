import { readGroup, removeSample } from '#lib/contract/groups.ts'
import { listIssues } from '#lib/contract/issues.ts'
import { anApp } from './app.ts'
import { boardAt, cardOn, open } from './boards.ts'
import { clientAt } from './client.ts'
import { expect, test } from './test.ts'
import { enterIssue, GROUP } from './world.ts'

test('the sample goes in one act of the EM, and what people made stays', async ({ page, context }) => {
  test.setTimeout(120_000)
  const app = await anApp()
  try {
    await app.start()
    const em = await clientAt(app.address, 'mohamed')
    const ours = await enterIssue(em, { title: 'Made by us', dri: 'mohamed' })
    const engineer = await clientAt(app.address, 'cindy')
    await expect(engineer.ask(removeSample, { group: GROUP })).rejects.toMatchObject({ status: 403 })

    const [name = '', value = ''] = em.cookie.split('=')
    await context.addCookies([{ name, value, url: app.address }])
    await open(page, app.address + boardAt('build'))
    await page.getByRole('button', { name: 'Sample data' }).click()
    const question = page.getByRole('dialog', { name: 'Remove the sample data?' })
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(question).toHaveCount(0)
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(page.getByRole('button', { name: 'Sample data' }), 'on a phone too').toBeVisible()
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('button', { name: 'Sample data' }).click()
    await question.getByRole('button', { name: 'Remove the sample data' }).click()
    await expect(page.getByRole('status')).toContainText(/^Removed the sample data: \d+ issues are gone/)
    await expect(page.getByRole('button', { name: 'Sample data' })).toHaveCount(0)
    await expect(page.getByRole('search').getByText('1 issue', { exact: true })).toBeVisible()
    await expect(cardOn(page, ours)).toBeVisible()

    expect((await em.ask(listIssues, { group: GROUP })).items.map(({ ref }) => ref)).toEqual([ours.ref])
    expect(await em.ask(readGroup, { group: GROUP })).toMatchObject({ sample: false })
  } finally {
    await page.close()
    await app.clear()
  }
})

test('the settings say what the sample is; who may not remove it reads why', async ({ page, signIn }) => {
  await signIn('cindy')
  await open(page, `/${GROUP}/settings/sample`)
  await expect(
    page.getByText('Only the engineering manager or an administrator changes the settings of the group.'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove the sample data…' })).toHaveCount(0)
  await page.goto('about:blank')
  await signIn('mohamed')
  await open(page, `/${GROUP}/settings/sample`)
  await page.getByRole('button', { name: 'Remove the sample data…' }).click()
  const question = page.getByRole('dialog', { name: 'Remove the sample data?' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toHaveCount(0)
})
