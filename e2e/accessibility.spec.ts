import { listEpics } from '#lib/contract/epics.ts'
import { expectNoViolations } from './axe.ts'
import { boardAt, cardOn, lane, moveButton, open, openBoard } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const inGroup = (page: string) => `/${GROUP}/${page}`

const SHOWN_OTHERWISE = {
  'the Planning board': boardAt('planning'),
  'a board in groups': boardAt('build', { group: 'person', density: 'compact' }),
  'a board of which everything is filtered out': boardAt('build', { q: newWord(), type: 'bug' }),
  'an empty list of issues': inGroup(`issues?q=${newWord()}`),
  'the shapes of the reference': '/api/docs/shapes',
}

for (const [name, address] of Object.entries(SHOWN_OTHERWISE)) {
  test(`axe finds nothing on ${name}, light and dark`, async ({ page, signIn }) => {
    await signIn('cindy')
    await (address.startsWith('/api') ? page.goto(address) : open(page, address))
    await expectNoViolations(page)
  })
}

test('axe finds nothing where nothing is found, light and dark', async ({ page, signIn, forgive }) => {
  forgive(/404/)
  await signIn('cindy')
  await page.goto('/no-such-group')
  await expectNoViolations(page)
  await page.goto(boardAt('no-such-board'))
  await expectNoViolations(page)
})

test('axe finds nothing on an issue and its table of owners, light and dark', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Read me', dri: 'cindy' })
  await signIn('cindy')
  await open(page, inGroup(`issues/${issue.ref}`))
  await expectNoViolations(page)
  await open(page, inGroup('ownership'))
  await page.getByRole('button', { name: 'Table' }).click()
  await expect(page.getByRole('table')).toBeVisible()
  await expectNoViolations(page)
})

test('axe finds nothing on a board with its panel, lanes, menus and questions open, light and dark', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'All of it open' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title, peek: String(issue.ref) })
  await page.getByRole('button', { name: /^Closed/ }).click()
  await page.getByRole('button', { name: /^Not in a column/ }).click()
  await expect(page.getByRole('complementary').getByText('Enough to start from.')).toBeVisible()
  await expectNoViolations(page)

  // its link, one sentence and its buttons: nothing of it is said twice
  const card = cardOn(lane(page, 'in dev'), issue)
  await expect(card).toHaveAccessibleName(new RegExp(`^${issue.title} #${issue.ref}, `))
  await expect(card.getByRole('img')).toHaveCount(0)
  await card.press('v')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText(/^Carrying/)).toBeVisible()
  await expectNoViolations(page)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(page.getByRole('menuitemcheckbox', { name: 'maintenance' })).toBeVisible()
  await expectNoViolations(page)
  await page.keyboard.press('Escape')

  await moveButton(lane(page, 'in dev'), issue).click()
  await expect(page.getByRole('menu', { name: `Move #${issue.ref} to…` })).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('menuitem', { name: 'blocked' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoViolations(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as blocked' }).click()
  await expect(cardOn(lane(page, 'blocked'), issue)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await expectNoViolations(page)
})

test('axe finds nothing on what lies over a page: keys, the palette, the shape of a page to come, and what waits', async ({
  page,
  signIn,
  forgive,
}) => {
  forgive(/502/)
  await signIn('cindy')
  await open(page, `/${GROUP}/people`)
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible({ timeout: 500 })
  }).toPass()
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Command menu' })).toBeFocused()
  await expectNoViolations(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  const answers = Promise.withResolvers<void>()
  await page.route(`**/${GROUP}/boards/build**`, async (route) => {
    await answers.promise
    await route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' })
  })
  await page.getByRole('link', { name: /^Build/ }).click()
  await expect(page.getByText('Loading…')).toBeAttached()
  await expectNoViolations(page)
  await page.route('**/api/health', (route) => route.fulfill({ status: 502, body: '' }))
  answers.resolve()
  await expect(page.getByRole('region', { name: 'Connection' })).toContainText(
    'The server cannot be reached.',
  )
  await expectNoViolations(page)
})

test('axe finds nothing on a phone with its drawer open, light and dark', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('cindy')
  await openBoard(page, 'build')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Open the menu' }).click()
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  await expectNoViolations(page)
})

test('axe finds nothing in what a stakeholder sees', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue({ title: 'Only to look at' })
  await signIn('stakeholder')
  await openBoard(page, 'build', { q: issue.title })
  await expect(cardOn(page, issue)).toBeVisible()
  await expectNoViolations(page)
  await open(page, inGroup(`issues/${issue.ref}`))
  await expectNoViolations(page)
})

const heardOf = (name: string) =>
  new RegExp(`^\\s*- '?(?:term: ${name}$|heading "${name}"|button "${name}: )`, 'gm')

test('a screen reader hears the name of each fact once, for every reader', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const fields = {
    title: 'Heard once',
    labels: ['spike'],
    state: 'blocked',
    blocked: { need: 'a price', from: '' },
  }
  const issue = await anIssue(fields)
  const always = 'Workflow Type DRI Assignees Milestone Weight Health Due Epic Team Labels'.split(' ')
  const names = [...always, 'Blocked on', 'Spike scope', 'Visible to']
  const count = (text: string) => names.map((name) => [name, text.match(heardOf(name))?.length])
  const once = names.map((name) => [name, 1])
  for (const person of ['mohamed', 'stakeholder']) {
    await signIn(person)
    await open(page, inGroup(`issues/${issue.ref}`))
    const facts = page.getByRole('complementary', { name: 'Facts' })
    await expect(facts).toContainText('a price')
    expect(count(await facts.ariaSnapshot())).toEqual(once)
    await openBoard(page, 'build', { q: issue.title, peek: String(issue.ref) })
    const panel = page.getByRole('complementary', { name: `Issue #${issue.ref}` })
    await expect(panel).toContainText('a price')
    expect(count(await panel.ariaSnapshot())).toEqual(once)
  }
  const { items } = await (await api('mohamed')).ask(listEpics, { group: GROUP })
  await signIn('mohamed')
  await open(page, inGroup(`epics/${items[0]?.number}`))
  const rail = page.getByRole('complementary', { name: 'Facts' })
  await expect(rail.getByRole('button', { name: /^Tech lead:/ })).toBeVisible()
  expect((await rail.ariaSnapshot()).match(heardOf('Tech lead'))).toHaveLength(1)
})
