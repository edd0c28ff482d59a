import { listSayDo } from '#lib/contract/say-do.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { lookBack, nowButton, openPast, slider } from './past.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

const SAY_DO = `/${GROUP}/say-do`

test('Say/Do of a past day has the figures that were known then, and a milestone that was not over runs', async ({
  page,
  signIn,
  api,
}) => {
  const julie = await api('julie')
  const now = await julie.ask(listSayDo, { group: GROUP })
  const [before, last] = now.milestones.filter(({ runs }) => !runs).slice(-2)
  const at = addDays(last?.milestone.startOn ?? '', 12)
  const then = await julie.ask(listSayDo, { group: GROUP, at })
  expect(then.milestones.at(-1)).toMatchObject({ runs: true, milestone: { slug: last?.milestone.slug } })
  expect(then.milestones.at(-2)?.percent).toBe(before?.percent)

  await signIn('julie')
  await openPast(page, `${SAY_DO}?chart=table&at=${at}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(before?.milestone.title ?? '')
  const rows = page.getByRole('table', { name: /^Said and done by milestone/ }).getByRole('row')
  await expect(rows.last()).toContainText(`${last?.milestone.title}running`)
  const assigned = rows.last().getByRole('link', { name: /, assigned: / })
  await assigned.click()
  const count = then.milestones.at(-1)?.parts.assigned.count ?? 0
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(count)
  await page.keyboard.press('Escape')
  await rows
    .last()
    .getByRole('link', { name: last?.milestone.title ?? '', exact: true })
    .click()
  await expect(page).toHaveURL(`/${GROUP}/milestones/${last?.milestone.slug}/say-do?at=${at}`)
  await expect(page.getByText('running', { exact: true }).first()).toBeVisible()
  await page.goBack()

  await slider(page).focus()
  await page.keyboard.press('End')
  await expect(page).toHaveURL(`${SAY_DO}?chart=table`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(last?.milestone.title ?? '')
  await lookBack(page)
  await page.keyboard.press('PageDown')
  await expect(page).toHaveURL(/[?&]at=/)
  await page.keyboard.press('Escape')
  await expect(nowButton(page)).toBeFocused()
})
