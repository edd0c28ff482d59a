import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { examples } from '#lib/contract/examples.ts'
import { expectNoViolations } from './axe.ts'
import { type Answer, runCurl, type Shell } from './curl.ts'
import { expect, test } from './test.ts'

test('each step of the walk through the API answers as the page says', async ({ page, baseURL }) => {
  await page.goto('/api/docs')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything the screens do, over HTTP')
  const shell: Shell = { variables: { SAYDO: baseURL ?? '' }, jar: '' }
  for (const { title, keeps } of examples) {
    const step = page.getByRole('listitem', { name: title })
    const command = await step.getByRole('code').first().innerText()
    const answer = await runCurl(command, shell)
    await expect(step, `${command}\n${answer.text}`).toContainText(`Answers ${answer.status}`)
    if (keeps) shell.variables[keeps.name] = kept(answer, keeps.from)
  }
  expect(shell.variables).toMatchObject({ TOKEN: expect.stringMatching(/^saydo_/) })
})

/** A part of the answer by its place in the JSON, or one of its headers. */
function kept({ text, headers }: Answer, from: string): string {
  const [, name] = /^header:(.+)$/.exec(from) ?? []
  if (name !== undefined) return headers.get(name) ?? ''
  const found = from.split('.').reduce<unknown>((part, key) => Object(part)[key], JSON.parse(text))
  expect(found, from).toBeTruthy()
  return String(found)
}

test('what the README shows of the API does what it shows', async ({ baseURL }) => {
  const text = await readFile(join(import.meta.dirname, '../README.md'), 'utf8')
  const commands = [...text.matchAll(/^curl (?:.*\\\n)*.*$/gm)].map(([command]) => command)
  expect(commands.length).toBeGreaterThan(2)
  const shell: Shell = { variables: {}, jar: '' }
  for (const command of commands) {
    const { status, text: output } = await runCurl(
      command.replaceAll('http://127.0.0.1:3000', baseURL ?? ''),
      shell,
    )
    // Another person's story may have taken the issue that it names.
    expect([200, 409], `${command}\n${output}`).toContain(status)
  }
})

test('every noun has a page of its own, which anybody can read', async ({ page }) => {
  await page.goto('/api/docs')
  const nouns = page.getByRole('navigation', { name: 'Nouns' }).getByRole('link')
  expect(await nouns.count()).toBeGreaterThan(15)
  await nouns.filter({ hasText: /^issues/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('issues')
  const take = page.getByRole('region', { name: /^Become the DRI/ })
  await expect(take).toContainText('POST')
  await expect(take).toContainText('/api/v1/groups/{group}/issues/{ref}/take')
  await take.getByRole('link', { name: 'Changed' }).first().click()
  await page.getByRole('region', { name: 'Changed' }).getByRole('link', { name: 'Card' }).click()
  await expect(page).toHaveURL(/\/api\/docs\/shapes#Card$/)
  await expect(page.getByRole('region', { name: 'Card', exact: true })).toContainText('closeReason')
  expect((await page.request.get('/api/docs/nothing')).status()).toBe(404)
})

test.describe('in both themes', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  test('nothing on it stands in anybody’s way', async ({ page }) => {
    for (const path of ['/api/docs', '/api/docs/issues', '/api/docs/shapes']) {
      await page.goto(path)
      await expectNoViolations(page)
    }
  })
})
