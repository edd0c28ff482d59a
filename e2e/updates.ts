import { expect, type Locator, type Page } from 'playwright/test'
import type { Card } from '#lib/contract/issues.ts'
import { readUpdates, type WeekOfUpdates } from '#lib/contract/updates.ts'
import { isoWeek } from '#lib/kit/plain-date.ts'
import type { Client } from './client.ts'
import { somePlanners, type Planners } from './planners.ts'

export type Drivers = Planners & {
  week: string
  /** In dev, in the milestone that runs, driven by a person: an update is owed for it. */
  aSubject: (title: string, dri: string) => Promise<Card>
  /** What the updates of this week are to a person. */
  updatesTo: (client: Client) => Promise<WeekOfUpdates>
}

/** A group of the story’s own, in which Cindy and Patrick may drive work of the milestone that runs. */
export async function someDrivers(baseURL = ''): Promise<Drivers> {
  const planners = await somePlanners(baseURL)
  const { group, today, anIssue } = planners
  const week = isoWeek(today)
  return {
    ...planners,
    week,
    aSubject: (title, dri) => anIssue(title, { dri, milestone: '1.0' }, ['workflow::in dev']),
    updatesTo: (client) => client.ask(readUpdates, { group, week }),
  }
}

/** The card of a subject on one’s own page. */
export const cardOf = (page: Page, { title }: { title: string }): Locator =>
  page.getByRole('article', { name: title })

export const field = (card: Locator, name: 'Progress' | 'Blockers' | 'Next'): Locator =>
  card.getByRole('textbox', { name })

export const confidence = (card: Locator, words: string): Locator =>
  card.getByRole('radio', { name: `${words} confident` })

/** Writes the progress of a subject and chooses a confidence, until it is kept with the server. */
export async function makeReady(card: Locator, progress: string, words = 'Very'): Promise<void> {
  await field(card, 'Progress').fill(progress)
  await confidence(card, words).click()
  await expect(card.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
}

/** The assembled text of the page. */
export const assembled = (page: Page): Locator =>
  page.getByRole('region', { name: /^Async Status Update \d{4}-\d\d-\d\d$/ })
