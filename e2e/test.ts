import { test as base, expect, type BrowserContext, type Page } from 'playwright/test'
import type { Card } from '#lib/contract/issues.ts'
import { issueLink } from '#lib/kit/links.ts'
import { clientAt, type Client } from './client.ts'
import { newWatch, type Watch } from './watch.ts'
import { addressOfWorker } from './workers.ts'
import { open, openBoard } from './boards.ts'
import { enterIssue, GROUP, type IssueWish } from './world.ts'

export { expect } from 'playwright/test'

type Fixtures = {
  watch: Watch
  /** Trouble that this story is about, such as the refusal that it provokes. */
  forgive: Watch['forgive']
  /** Lets the story's own browser in as somebody; the door itself has stories of its own. */
  signIn: (handle: string) => Promise<void>
  /** Another person, in a browser of their own. */
  asPerson: (handle: string) => Promise<Page>
  /** Somebody's session without a browser; the same one for whoever asks again. */
  api: (handle: string) => Promise<Client>
  anIssue: (wish?: IssueWish) => Promise<Card>
  /** A person before the Build board, narrowed to an issue of the story: it answers keys. */
  onBoard: (handle: string, wish?: IssueWish) => Promise<Card>
  /** A person before the page of an issue of the story. */
  onIssue: (handle: string, wish?: IssueWish) => Promise<Card>
}

export const test = base.extend<Fixtures>({
  baseURL: ({ baseURL }, use, { parallelIndex }) => use(baseURL ?? addressOfWorker(parallelIndex)),
  watch: [
    async ({ browser }, use) => {
      const watch = newWatch()
      browser.on('context', watch.over)
      await use(watch)
      browser.off('context', watch.over)
      expect(watch.unforgiven(), 'nothing goes wrong behind the stage').toEqual([])
    },
    { auto: true },
  ],
  forgive: ({ watch }, use) => use(watch.forgive),
  signIn: ({ context, baseURL }, use) => use((handle) => letIn(context, baseURL, handle)),
  asPerson: async ({ browser, contextOptions, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (handle) => {
      const context = await browser.newContext(contextOptions)
      contexts.push(context)
      await letIn(context, baseURL, handle)
      return await context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
  api: ({ baseURL }, use) => use((handle) => sharedClient(baseURL, handle)),
  anIssue: async ({ api }, use) => {
    const em = await api('mohamed')
    await use((wish) => enterIssue(em, wish))
  },
  onBoard: ({ page, signIn, anIssue }, use) =>
    use(async (handle, wish) => {
      const issue = await anIssue(wish)
      await signIn(handle)
      await openBoard(page, 'build', { q: issue.title })
      return issue
    }),
  onIssue: ({ page, signIn, anIssue }, use) =>
    use(async (handle, wish) => {
      const issue = await anIssue(wish)
      await signIn(handle)
      await open(page, issueLink(GROUP, issue.ref))
      return issue
    }),
})

async function letIn(context: BrowserContext, address = '', handle: string): Promise<void> {
  const { cookie } = await clientAt(address, handle)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Lax' }])
}

const clients = new Map<string, Promise<Client>>()

function sharedClient(address = '', handle: string): Promise<Client> {
  const client = clients.get(handle) ?? clientAt(address, handle)
  clients.set(handle, client)
  return client
}
