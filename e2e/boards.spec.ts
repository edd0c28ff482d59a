import { viewBoard } from '#lib/contract/boards.ts'
import { closeIssue } from '#lib/contract/issues.ts'
import { boardAt, cardOn, filterField, open, openBoard, titlesIn } from './boards.ts'
import { expect, test } from './test.ts'
import { buildBoard, GROUP, newWord } from './world.ts'

test('what a board leaves out is in its address, so that a copied link shows the same', async ({
  page,
  signIn,
  asPerson,
  anIssue,
}) => {
  const word = newWord()
  const bug = await anIssue({ title: `Broken ${word}`, type: 'bug' })
  const feature = await anIssue({ title: `New ${word}`, type: 'feature' })
  await signIn('cindy')
  await openBoard(page, 'build')
  await filterField(page).fill(word)
  await expect(titlesIn(page, 'in dev')).toHaveText([bug.title, feature.title])

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('searchbox', { name: /^Type, person/ }).fill('featu')
  await page.getByRole('menuitemcheckbox', { name: 'feature' }).click()
  await expect(titlesIn(page, 'in dev')).toHaveText([feature.title])
  await expect(page).toHaveURL(boardAt('build', { filter: `title:${word} and type:feature` }))

  const colleague = await asPerson('newick')
  await open(colleague, page.url())
  await expect(titlesIn(colleague, 'in dev')).toHaveText([feature.title])

  await page.getByRole('button', { name: 'Type is feature; switch to its opposite' }).click()
  await expect(titlesIn(page, 'in dev')).toHaveText([bug.title])
  await expect(page).toHaveURL(boardAt('build', { filter: `title:${word} and not type:feature` }))
  await page.getByRole('button', { name: 'Remove: Type is not feature' }).click()
  await expect(titlesIn(page, 'in dev')).toHaveText([bug.title, feature.title])
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page).toHaveURL(boardAt('build'))
})

test('a board can be narrowed by type, label, person, team, epic, weight and words', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const { epics, teams } = await buildBoard(await api('mohamed'))
  const epic = epics.find(({ closed }) => !closed)?.number ?? 0
  const team = teams[0]?.slug ?? ''
  const word = newWord()
  const one = await anIssue({
    title: `First ${word}`,
    dri: 'julie',
    epic,
    team,
    labels: ['severity::1'],
    weight: 3,
  })
  await anIssue({ title: `Second ${word}`, type: 'feature' })
  await signIn('cindy')
  const asked = {
    type: 'bug',
    label: 'severity::1',
    person: 'julie',
    team,
    epic: String(epic),
    weight: '3',
    q: `first ${word}`,
  }
  const all = (await (await api('cindy')).ask(viewBoard, { group: GROUP, board: 'build' })).cards.length
  for (const [name, value] of Object.entries(asked)) {
    await openBoard(page, 'build', { q: word, [name]: value })
    await expect(titlesIn(page, 'in dev'), `${name} is ${value}`).toHaveText([one.title])
    await expect(page.getByText(`1 of ${all} issues`, { exact: true })).toBeVisible()
  }
  await openBoard(page, 'build', { q: `#${one.ref}` })
  await expect(titlesIn(page, 'in dev')).toHaveText([one.title])
})

test('cards of one person, epic or team can be put together, and each group is summed up', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  const [first, second, third] = [
    await anIssue({ title: `Nobody ${word}` }),
    await anIssue({ title: `Patrick one ${word}`, dri: 'patrick', weight: 1 }),
    await anIssue({ title: `Patrick two ${word}`, dri: 'patrick', weight: 3 }),
  ]
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  await expect(titlesIn(page, 'in dev')).toHaveText([first.title, second.title, third.title])
  await page.getByRole('button', { name: 'Group: none' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'By person' }).click()
  await expect(page).toHaveURL(boardAt('build', { q: word, group: 'person' }))
  await expect(titlesIn(page, 'in dev, Patrick Cyiza')).toHaveText([second.title, third.title])
  await expect(titlesIn(page, 'in dev, No DRI')).toHaveText([first.title])
  const heads = page.getByRole('button', { name: /· weight \d+$/, expanded: true })
  await expect(heads).toHaveText([
    'Cindy Halim0 · weight 0',
    'Patrick Cyiza2 · weight 4',
    'No DRI1 · weight 2',
  ])
  for (const [group, title] of [
    ['epic', 'No epic'],
    ['team', 'No functional team'],
  ] as const) {
    await openBoard(page, 'build', { q: word, group })
    await expect(heads).toHaveText([`${title}3 · weight 6`])
  }
})

test('the head of a column counts its cards, their weight, and those without a weight', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  await anIssue({ title: word, weight: 3 })
  await anIssue({ title: word, weight: 1 })
  await anIssue({ title: word, weight: null })
  await signIn('cindy')
  const view = await (await api('cindy')).ask(viewBoard, { group: GROUP, board: 'build' })
  const label = view.columns.find(({ title }) => title === 'in dev')?.labelId ?? ''
  const all = view.cards.filter(({ state, labelIds }) => state === 'open' && labelIds.includes(label))

  await openBoard(page, 'build')
  const column = page.getByRole('region', { name: 'in dev' })
  const weight = all.reduce((sum, card) => sum + (card.weight ?? 0), 0)
  const spike = view.labels.find(({ meaning }) => meaning === 'spike')?.id ?? ''
  const unweighted = all.filter(({ weight, labelIds }) => weight === null && !labelIds.includes(spike)).length
  await expect(column).toContainText(
    `in dev${all.length} issues · weight ${weight} · ${unweighted} unweighted`,
  )
  await expect(page.getByText(`${view.cards.length} issues`, { exact: true })).toBeVisible()

  await openBoard(page, 'build', { q: word })
  await expect(titlesIn(page, 'in dev')).toHaveCount(3)
  await expect(column).toContainText(`in dev3 of ${all.length} issues · weight 4 · 1 unweighted`)
  await expect(page.getByText(`3 of ${view.cards.length} issues`)).toBeVisible()
})

test('nothing vanishes: what fits no column and what is closed lies beside the columns', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const beside = await anIssue({ title: `Being verified ${word}`, state: 'verification' })
  const closed = await anIssue({ title: `Done ${word}`, weight: 3 })
  await (await api('mohamed')).ask(closeIssue, { group: GROUP, ref: closed.ref })
  await signIn('cindy')
  await openBoard(page, 'build', { q: word })
  await page.getByRole('button', { name: 'Not in a column 1 in verification' }).click()
  await expect(titlesIn(page, 'Not in a column')).toHaveText([beside.title])
  await page.getByRole('button', { name: 'Closed 1 · weight 3' }).click()
  await expect(titlesIn(page, 'Closed')).toHaveText([closed.title])
})

test('a board shows another milestone when one is picked, and remembers it in the address', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const { milestones, current, next } = await buildBoard(await api('mohamed'))
  const titleOf = (slug: string | null) => milestones.find((one) => one.slug === slug)?.title ?? ''
  const later = await anIssue({ title: 'For the next one', milestone: next })
  await signIn('cindy')
  await openBoard(page, 'build', { q: later.title })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titleOf(current))
  await expect(cardOn(page, later)).toHaveCount(0)

  const pick = async (title: string) => {
    await page.getByRole('button', { name: /, change milestone$/ }).click()
    await page.getByRole('menuitemcheckbox', { name: new RegExp(`^${title} `) }).click()
  }
  await pick(titleOf(next))
  await expect(titlesIn(page, 'in dev')).toHaveText([later.title])
  await expect(page).toHaveURL(boardAt('build', { milestone: next ?? '', q: later.title }))
  await page.reload()
  await expect(titlesIn(page, 'in dev')).toHaveText([later.title])

  await pick(titleOf(current))
  await expect(cardOn(page, later)).toHaveCount(0)
  await expect(page).toHaveURL(boardAt('build', { q: later.title }))
})

test('the planning board draws the line where the weights reach the capacity', async ({
  page,
  signIn,
  api,
}) => {
  const { capacity } = await (await api('jordan')).ask(viewBoard, { group: GROUP, board: 'planning' })
  await page.setViewportSize({ width: 1440, height: 4000 })
  await signIn('jordan')
  await openBoard(page, 'planning')
  await expect(page.getByRole('button', { name: `Capacity ${capacity?.weight}: show details` })).toBeVisible()
  await expect(page.getByText(`capacity ${capacity?.weight} ends`).first()).toBeVisible()
})

test('a board can be looked at more closely spaced, and peeked into without leaving it', async ({
  page,
  signIn,
  anIssue,
}) => {
  const issue = await anIssue({ title: 'Look closer' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await page.getByRole('button', { name: 'Density' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Compact' }).click()
  await expect(page).toHaveURL(/density=compact/)

  await cardOn(page, issue).press('Space')
  const peek = page.getByRole('complementary', { name: `Issue #${issue.ref}` })
  await expect(peek.getByText('Enough to start from.')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`peek=${issue.ref}`))
  await page.goBack()
  await expect(peek).toHaveCount(0)
  await page.goForward()
  await peek.getByRole('button', { name: 'Close panel' }).click()
  await expect(peek).toHaveCount(0)
})

test('a board that does not exist is not found, like one that one may not see', async ({
  page,
  signIn,
  forgive,
}) => {
  forgive(/404/)
  await signIn('cindy')
  await page.goto(boardAt('no-such-board'))
  await expect(page.getByText('Page not found')).toBeVisible()
  await page.goto('/no-such-group/boards/build')
  await expect(page.getByText('Page not found')).toBeVisible()
})
