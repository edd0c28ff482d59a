import type { Page } from 'playwright/test'
import type { Card } from '#lib/contract/issues.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { readPlan } from '#lib/contract/plan.ts'
import type { Client } from './client.ts'
import { expect } from './test.ts'
import { GROUP, type IssueFields } from './world.ts'

export const PLAN = `/${GROUP}/milestones/next/plan`

export const candidates = (page: Page) => page.getByRole('table', { name: /^Candidates of / })

export const rowOf = (page: Page, { title }: Pick<Card, 'title'>) =>
  candidates(page).getByRole('row').filter({ hasText: title })

export const pickBox = (page: Page, { ref }: Pick<Card, 'ref'>) =>
  candidates(page).getByRole('checkbox', { name: `Pick #${ref}`, exact: true })

export const tray = (page: Page) => page.getByRole('region', { name: 'Picked' })

/** The plan of the next milestone, as its page reads it. */
export async function planOf(client: Client) {
  const { next } = await client.ask(listMilestones, { group: GROUP })
  return client.ask(readPlan, { group: GROUP, milestone: next ?? '' })
}

/** A candidate of the next milestone that can be made a Deliverable, unless said otherwise. */
export const aCandidate = async (
  anIssue: (fields: IssueFields) => Promise<Card>,
  client: Client,
  fields: IssueFields = {},
) =>
  anIssue({
    title: 'A candidate',
    state: 'ready for development',
    weight: 1,
    dri: 'cindy',
    deliverable: false,
    milestone: (await planOf(client)).milestone.slug,
    ...fields,
  })

/** Goes to a candidate by keys, once the page answers them. */
export async function goTo(page: Page, { title }: Pick<Card, 'title'>): Promise<void> {
  const links = candidates(page).getByRole('link')
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(links.first()).toBeFocused({ timeout: 200 })
  }).toPass()
  const link = candidates(page).getByRole('link', { name: title })
  await link.focus()
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await expect(link).toBeFocused()
}
