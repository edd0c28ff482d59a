import type { Page } from 'playwright/test'
import { readCapacity } from '#lib/contract/capacity.ts'
import { addDays, eachDay, monthOf, weekday, type PlainDate } from '#lib/kit/plain-date.ts'
import { spanText } from '#lib/kit/day-text.ts'
import { announcement, open } from './boards.ts'
import { somePlanners } from './planners.ts'
import { expect, test } from './test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const dayOf = (page: Page, day: PlainDate) => page.locator(`td[data-person="cindy"][data-day="${day}"]`)

test('a person in two groups enters days for both at once, or for one, and each plans with its own', async ({
  page,
  signIn,
  baseURL,
}) => {
  const one = await somePlanners(baseURL)
  const two = await somePlanners(baseURL)
  const monday = eachDay(one.startOn, addDays(one.startOn, 20)).find(isWithinMonth) ?? one.startOn
  const daysIn = async ({ em, group }: typeof one) => {
    const { rows } = await em.ask(readCapacity, { group, milestone: '1.1' })
    return rows.map(({ person, timeOff, availableDays }) => [person, timeOff, availableDays])
  }
  const enter = async (first: PlainDate, last: PlainDate) => {
    await dayOf(page, first).hover()
    await page.mouse.down()
    await dayOf(page, last).hover()
    await page.mouse.up()
    await expect(page.getByRole('button', { name: /^Add \d days$/ })).toBeVisible()
  }
  const add = () => page.getByRole('button', { name: /^Add \d days$/ }).click()

  await signIn('cindy')
  await open(page, `/${one.group}/time-off?month=${monthOf(monday)}`)
  await enter(monday, addDays(monday, 1))
  const alsoInTwo = page.getByRole('checkbox', { name: two.name })
  await alsoInTwo.check()
  await add()
  await expect(announcement(page)).toContainText(
    `Added ${spanText(monday, addDays(monday, 1))} in ${two.name}.`,
  )
  await enter(addDays(monday, 2), addDays(monday, 3))
  await alsoInTwo.uncheck()
  await add()
  await expect(dayOf(page, addDays(monday, 3))).toHaveAccessibleName(/, vacation/)
  expect(await daysIn(one)).toEqual([
    ['cindy', 4, 16],
    ['patrick', 0, 20],
  ])

  await open(page, `/${two.group}/time-off?month=${monthOf(monday)}`)
  await expect(dayOf(page, addDays(monday, 1))).toHaveAccessibleName(/, vacation/)
  await expect(dayOf(page, addDays(monday, 2))).toHaveAccessibleName(/, working day$/)
  expect(await daysIn(two)).toEqual([
    ['cindy', 2, 18],
    ['patrick', 0, 20],
  ])
})

/** Its week lies in one month. */
const isWithinMonth = (day: PlainDate) => weekday(day) === 1 && monthOf(day) === monthOf(addDays(day, 3))
