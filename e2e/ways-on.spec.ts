import type { Page } from 'playwright/test'
import { readIssue } from '#lib/contract/issues.ts'
import { open } from './boards.ts'
import { choose } from './fields.ts'
import { pressKey } from './keys.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

test('a Deliverable that shall leave the near milestones is offered to go without its label, with one undo', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/409/)
  const driven = await anIssue({ title: `Said ${newWord()}`, dri: 'cindy' })
  await signIn('mohamed')
  await open(page, `/${GROUP}/issues/${driven.ref}`)
  const choose = async (milestone: string) => {
    await page.getByRole('button', { name: /^Milestone:/ }).click()
    await page.getByRole('menuitemcheckbox', { name: milestone }).click()
  }
  await choose('Next 1-3 Milestones')
  const messages = page.getByRole('region', { name: 'Messages' })
  await expect(messages).toContainText('Take Deliverable off to move it.')
  await messages.getByRole('button', { name: 'Take Deliverable off and move' }).click()
  await page.getByRole('button', { name: 'No, just take it off' }).click()
  await expect(page.getByRole('button', { name: 'Milestone: Next 1-3 Milestones' })).toBeVisible()
  await expect(messages).toContainText('without Deliverable')
  await messages.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: /^Milestone: 19\.7/ })).toBeVisible()
  const em = await api('mohamed')
  await expect
    .poll(async () =>
      (await em.ask(readIssue, { group: GROUP, ref: driven.ref })).labels.map(({ title }) => title),
    )
    .toContain('Deliverable')
})

test('who may not move a Deliverable asks the engineering manager, and who is not the DRI asks the DRI', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/403/)
  const driven = await anIssue({ title: `Said ${newWord()}`, dri: 'julie' })
  await signIn('jordan')
  await open(page, `/${GROUP}/issues/${driven.ref}`)
  await page.getByRole('button', { name: /^Milestone:/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Next 1-3 Milestones' }).click()
  const messages = page.getByRole('region', { name: 'Messages' })
  await expect(messages).toContainText('Only the engineering manager can move it')
  await messages.getByRole('button', { name: 'Ask the engineering manager' }).click()
  const asked = page.getByRole('dialog', { name: `Ask the engineering manager to move #${driven.ref}` })
  await choose(asked.getByRole('combobox', { name: 'To' }), 'Next 1-3 Milestones')
  await asked.getByRole('button', { name: 'Send request' }).click()
  await expect(messages).toContainText(`Asked the engineering manager to move #${driven.ref}.`)

  await page.getByRole('button', { name: 'Ask for a hand-over' }).click()
  const dialog = page.getByRole('dialog', { name: `Ask Julie Huang to hand over #${driven.ref}` })
  await choose(dialog.getByRole('combobox', { name: 'To' }), 'Cindy Halim')
  await dialog.getByRole('button', { name: 'Send request' }).click()
  await expect(messages).toContainText(`Asked Julie Huang to hand over #${driven.ref}.`)
  const { comments } = await (await api('jordan')).ask(readIssue, { group: GROUP, ref: driven.ref })
  expect(comments.map(({ body }) => body)).toEqual([
    `@mohamed Please move the Deliverable #${driven.ref} to Next 1-3 Milestones.`,
    `@julie Please hand #${driven.ref} over to @cindy.`,
  ])
})

test('the menu says before one chooses where a Deliverable can go as it is', async ({
  page,
  signIn,
  anIssue,
}) => {
  const driven = await anIssue({ title: `Said ${newWord()}`, dri: 'cindy' })
  for (const { person, hint } of [
    { person: 'mohamed', hint: 'not as Deliverable' },
    { person: 'jordan', hint: 'ask the EM' },
  ]) {
    await signIn(person)
    await open(page, `/${GROUP}/issues/${driven.ref}`)
    await page.getByRole('button', { name: /^Milestone:/ }).click()
    const menu = page.getByRole('menu', { name: 'Milestone' })
    for (const shelf of ['Next 1-3 Milestones', 'Next 4-6 Milestones', 'No milestone'])
      await expect(menu.getByRole('menuitemcheckbox', { name: `${shelf} ${hint}` })).toBeVisible()
    await expect(menu.getByRole('menuitemcheckbox', { name: /current$/ })).toBeVisible()
    await page.keyboard.press('Escape')
  }
})

test('who may not assign another person asks the engineering manager, by key and from the menu of assignees', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const free = await anIssue({ title: `Free ${newWord()}` })
  await signIn('jordan')
  await open(page, `/${GROUP}/issues/${free.ref}`)
  const messages = page.getByRole('region', { name: 'Messages' })
  const asked = page.getByRole('dialog', { name: `Ask the engineering manager to assign #${free.ref}` })
  const send = async (person: string) => {
    await choose(asked.getByRole('combobox', { name: 'To' }), person)
    await asked.getByRole('button', { name: 'Send request' }).click()
    await expect(messages).toContainText(`Asked the engineering manager to assign #${free.ref}.`)
  }
  await pressKey(page, 'd')
  await expect(messages).toContainText('Only the engineering manager assigns others.')
  await messages.getByRole('button', { name: 'Ask the engineering manager' }).click()
  await send('Cindy Halim')
  await pressKey(page, 'a')
  await page.getByRole('menuitem', { name: /^Ask the engineering manager to assign/ }).click()
  await send('Newick Lee')
  const requests = async () =>
    (await (await api('jordan')).ask(readIssue, { group: GROUP, ref: free.ref })).comments.map(
      ({ body }) => body,
    )
  // the message of the first request still stands where the second one's is said
  await expect
    .poll(requests)
    .toEqual([
      `@mohamed Please assign #${free.ref} to @cindy.`,
      `@mohamed Please assign #${free.ref} to @newick.`,
    ])
})

test('many that are refused together are moved together without Deliverable', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const both = [
    await anIssue({ title: `A ${word}`, dri: 'cindy' }),
    await anIssue({ title: `B ${word}`, dri: 'cindy' }),
  ]
  await signIn('mohamed')
  await open(page, `/${GROUP}/issues?q=${word}`)
  await page.getByRole('checkbox', { name: 'Select all 2 issues' }).check()
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Milestone' }).click()
  await page.getByRole('menuitem', { name: 'Next 1-3 Milestones' }).click()
  const dialog = page.getByRole('dialog', { name: '0 issues changed' })
  await dialog.getByRole('button', { name: 'Take Deliverable off and move 2 issues' }).click()
  await page.getByRole('button', { name: 'No, just take them off' }).click()
  await expect(dialog).toHaveCount(0)
  const em = await api('mohamed')
  for (const { ref } of both)
    await expect.poll(async () => (await em.ask(readIssue, { group: GROUP, ref })).milestone).toBe('next-1-3')
})

const comment = (page: Page) => page.getByRole('textbox', { name: 'Add a comment' })

test('a quick action that would take a Deliverable from its milestones is offered without the label, in one act', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/409/)
  const driven = await anIssue({ title: `Said ${newWord()}`, dri: 'cindy' })
  const em = await api('mohamed')
  const now = async () => {
    const { milestone, labels, comments } = await em.ask(readIssue, { group: GROUP, ref: driven.ref })
    const bodies = comments.map(({ body }) => body)
    return { milestone, isDeliverable: labels.some(({ title }) => title === 'Deliverable'), bodies }
  }
  await signIn('mohamed')
  await open(page, `/${GROUP}/issues/${driven.ref}`)
  await comment(page).fill('It can wait.\n/milestone %"Next 1-3"')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Take Deliverable off to move it.' })).toBeVisible()
  expect((await now()).bodies).toEqual([])
  await page.getByRole('button', { name: 'Take Deliverable off and move' }).click()
  await expect(comment(page)).toHaveValue('')
  expect(await now()).toEqual({ milestone: 'next-1-3', isDeliverable: false, bodies: ['It can wait.'] })
})

test('a quick action that is the EM’s asks the EM, and one that lacks a fact leads to the fact; the text stays', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/403|409/)
  const driven = await anIssue({ title: `Said ${newWord()}`, dri: 'cindy' })
  const far = await anIssue({
    title: `Far ${newWord()}`,
    dri: 'cindy',
    deliverable: false,
    milestone: 'next-1-3',
  })
  const sendComment = async (text: string) => {
    await comment(page).fill(text)
    await page.getByRole('button', { name: 'Comment', exact: true }).click()
  }
  const askEm = page.getByRole('button', { name: 'Ask the engineering manager' })
  const messages = page.getByRole('region', { name: 'Messages' })
  await signIn('jordan')
  await open(page, `/${GROUP}/issues/${driven.ref}`)
  await sendComment('/milestone %"Next 1-3"')
  await askEm.click()
  const asked = page.getByRole('dialog', { name: `Ask the engineering manager to move #${driven.ref}` })
  await choose(asked.getByRole('combobox', { name: 'To' }), 'Next 1-3 Milestones')
  await asked.getByRole('button', { name: 'Send request' }).click()
  await expect(messages).toContainText(`Asked the engineering manager to move #${driven.ref}.`)
  await expect(comment(page)).toHaveValue('/milestone %"Next 1-3"')

  await open(page, `/${GROUP}/issues/${far.ref}`)
  await sendComment('/label ~Deliverable')
  await askEm.click()
  const fields = `make #${far.ref} a Deliverable`
  await page
    .getByRole('dialog', { name: `Ask the engineering manager to ${fields}` })
    .getByRole('button', { name: 'Send request' })
    .click()
  await expect(messages).toContainText(`Asked the engineering manager to ${fields}.`)
  const { comments } = await (await api('jordan')).ask(readIssue, { group: GROUP, ref: far.ref })
  expect(comments.map(({ body }) => body)).toEqual([`@mohamed Please ${fields}.`])

  await signIn('mohamed')
  await open(page, `/${GROUP}/issues/${far.ref}`)
  await sendComment('/label ~Deliverable')
  await page.getByRole('button', { name: 'Set the milestone' }).click()
  await expect(page.getByRole('menu', { name: `Milestone of #${far.ref}` })).toBeVisible()
})

test('a description whose quick action is refused offers the same', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/409/)
  const driven = await anIssue({ title: `Said ${newWord()}`, dri: 'cindy' })
  await signIn('mohamed')
  await open(page, `/${GROUP}/issues/${driven.ref}`)
  await page.getByRole('button', { name: 'Edit the description' }).click()
  await page.getByRole('textbox', { name: 'Description' }).fill('Shorter.\n/remove_milestone')
  await page.getByRole('button', { name: /^Save/ }).click()
  await page.getByRole('button', { name: 'Take Deliverable off and move' }).click()
  await expect(page.getByRole('region', { name: 'Description' })).toHaveText('Shorter.')
  const issue = await (await api('mohamed')).ask(readIssue, { group: GROUP, ref: driven.ref })
  expect(issue).toMatchObject({ milestone: null, description: 'Shorter.' })
})

test('the menus of many say how many Deliverables cannot go where, in the bar and by key', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  await anIssue({ title: `A ${word}`, dri: 'cindy' })
  await anIssue({ title: `B ${word}`, dri: 'cindy' })
  const plain = await anIssue({ title: `C ${word}`, deliverable: false })
  for (const { person, hints } of [
    { person: 'mohamed', hints: ['2 not as Deliverable', 'not as Deliverable'] },
    { person: 'jordan', hints: ['2: ask the EM', 'ask the EM'] },
  ]) {
    await signIn(person)
    await open(page, `/${GROUP}/issues?q=${word}`)
    await page.getByRole('checkbox', { name: 'Select all 3 issues' }).check()
    const bar = page.getByRole('region', { name: 'Selection' })
    for (const hint of hints) {
      for (const ask of [
        () => bar.getByRole('button', { name: 'Milestone' }).click(),
        () => page.keyboard.press('m'),
      ]) {
        await ask()
        for (const shelf of ['Next 1-3 Milestones', 'Next 4-6 Milestones', 'No milestone'])
          await expect(page.getByRole('menuitem', { name: `${shelf} ${hint}`, exact: true })).toBeVisible()
        await expect(page.getByRole('menuitem', { name: / current$/ })).toBeVisible()
        await page.keyboard.press('Escape')
        await expect(page.getByRole('menu')).toHaveCount(0)
      }
      await page.getByRole('checkbox', { name: `Select #${plain.ref}` }).uncheck()
    }
  }
})
