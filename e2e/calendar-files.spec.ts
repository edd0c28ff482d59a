import type { Page } from 'playwright/test'
import { spanText, spanTextYear } from '#lib/kit/day-text.ts'
import { addDays, weekday } from '#lib/kit/plain-date.ts'
import { dayIn } from '#lib/kit/zone.ts'
import { expectNoViolations } from './axe.ts'
import { announcement, open } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const PAGE = `/${GROUP}/time-off`
/** A Monday half a year ahead: files are read a year ahead. */
const now = dayIn('UTC', new Date())
const MONDAY = addDays(now, 190 - weekday(now) + 1)
const [WEDNESDAY, LATER] = [addDays(MONDAY, 2), addDays(MONDAY, 14)]
const yours = (page: Page) => page.getByRole('list', { name: 'Yours' }).getByRole('listitem')

const compact = (day: string) => day.replaceAll('-', '')
const event = (uid: string, lines: string[]) => ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT']

const FILE = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//A calendar//EN',
  ...event('1', [
    'SUMMARY:Holidays in Porto',
    `DTSTART;VALUE=DATE:${compact(MONDAY)}`,
    `DTEND;VALUE=DATE:${compact(addDays(WEDNESDAY, 1))}`,
  ]),
  ...event('2', [
    'SUMMARY:Moving house',
    `DTSTART;VALUE=DATE:${compact(LATER)}`,
    `DTEND;VALUE=DATE:${compact(addDays(LATER, 1))}`,
  ]),
  ...event('3', ['SUMMARY:Dentist', `DTSTART:${compact(LATER)}T080000Z`, `DTEND:${compact(LATER)}T090000Z`]),
  'END:VCALENDAR',
].join('\r\n')

async function choose(page: Page, entry: RegExp) {
  await page.getByRole('button', { name: 'Calendar', exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

test('a calendar file is reviewed before anything is entered; what is chosen is one act with one undo', async ({
  page,
  signIn,
}) => {
  await signIn('manoj')
  await open(page, PAGE)
  await choose(page, /^Import calendar file/)
  const file = { name: 'mine.ics', mimeType: 'text/calendar', buffer: Buffer.from(FILE) }
  await page.getByRole('button', { name: 'Calendar file', exact: true }).setInputFiles(file)
  const dialog = page.getByRole('dialog', { name: 'Review absences' })
  const rows = dialog.getByRole('list', { name: 'Absences in the file' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText(spanTextYear(MONDAY, WEDNESDAY))
  await expect(rows.first()).toContainText('Holidays in Porto')
  await expectNoViolations(page, '[role=dialog]')
  for (const box of await rows.getByRole('checkbox').all()) await box.check()
  await rows
    .nth(1)
    .getByRole('combobox', { name: `Kind of ${spanTextYear(LATER, LATER)}` })
    .click()
  await page.getByRole('option', { name: 'Other' }).click()
  await dialog.getByRole('button', { name: 'Add 2 absences' }).click()
  await expect(announcement(page)).toContainText('Added 2 absences.')
  await expect(dialog).toHaveCount(0)
  const first = yours(page).filter({ hasText: spanText(MONDAY, WEDNESDAY) })
  const second = yours(page).filter({ hasText: spanText(LATER, LATER) })
  await expect(first).toContainText('vacation')
  await expect(second).toContainText('other')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(first).toHaveCount(0)
  await expect(second).toHaveCount(0)
})

test('the address of a feed is made, read by a calendar program, and worth nothing once it is revoked', async ({
  page,
  signIn,
  request,
}) => {
  await signIn('manoj')
  await open(page, PAGE)
  await choose(page, /^Calendar feed/)
  const dialog = page.getByRole('dialog', { name: 'Calendar feed' })
  const own = dialog.getByRole('region', { name: 'Your time off' })
  await own.getByRole('button', { name: 'Create address: Your time off' }).click()
  const address = await own.getByRole('textbox', { name: 'Address: Your time off' }).inputValue()
  await expectNoViolations(page, '[role=dialog]')
  const read = await request.get(address)
  expect(read.status()).toBe(200)
  expect(await read.text()).toMatch(/^BEGIN:VCALENDAR/)
  await own.getByRole('button', { name: 'Revoke address: Your time off' }).click()
  await expect(own).toContainText('No address')
  expect((await request.get(address)).status()).toBe(404)
})
