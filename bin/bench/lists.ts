import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright'
import { changeIssues, indexIssues, type BulkChange, type IssueIndex } from '#lib/contract/issue-lists.ts'
import type { Report } from '#lib/contract/bulk.ts'
import { addressOf } from '#lib/http/call.ts'
import { issuesLink } from '#lib/kit/links.ts'
import { profile, withBrowser } from './browser.ts'
import { recordFrames } from './frame-probe.ts'
import { counted, measured, type Measure } from './measure.ts'
import { summaryOf } from './numbers.ts'
import { repeat } from './repeat.ts'
import type { Stage } from './stage.ts'
import { visitor, type Visitor } from './visitor.ts'
import { insistOn, textOf } from './wire.ts'

const GROUP = 'load-1'
const MANY = 500
/** As the list sends them. */
const AT_ONCE = 100

/** Ten thousand issues in one list, scrolled from end to end; and five hundred of them changed at once. */
export async function lists(stage: Stage): Promise<Measure[]> {
  const [julie, mohamed] = [await visitor(stage.address, 'julie'), await visitor(stage.address, 'mohamed')]
  try {
    return [...(await scrolled(stage, julie)), ...(await changed(mohamed))]
  } finally {
    for (const person of [julie, mohamed]) person.close()
  }
}

async function scrolled(stage: Stage, julie: Visitor): Promise<Measure[]> {
  const index = await indexOf(julie)
  const { gaps, longTasks, pixels } = await withBrowser(async (browser) => {
    const url = `${stage.address}${issuesLink(GROUP, { state: 'all' })}`
    const context = await profile(browser, url, julie.cookie)
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'load' })
    await page.getByRole('table', { name: 'Issues' }).getByRole('row').nth(5).waitFor()
    await scroll(page, 2)
    await page.evaluate(recordFrames)
    await scroll(page, 5)
    const frames = await page.evaluate(() => globalThis.frameRecord?.stop())
    const distance = await page.evaluate(height)
    await context.close()
    return { gaps: frames?.gaps ?? [], longTasks: frames?.longTasks ?? [], pixels: distance }
  })
  const frames = summaryOf(gaps)
  const name = `${index.total.toLocaleString('en')} issues`
  return [
    measured(`${name}, from frame to frame`, frames),
    counted(`${name}, longest frame while scrolling`, frames.worst, {
      unit: 'ms',
      target: { at: 'median', most: 50 },
    }),
    counted('… tasks above 50 ms', longTasks.length),
    counted('… pixels from end to end', pixels),
  ]
}

/** With the wheel: a screenful by steps, then in leaps to the end, and back. */
async function scroll(page: Page, leaps: number): Promise<void> {
  await page.mouse.move(700, 500)
  const turn = async (pixels: number, times: number) =>
    repeat(times, async () => {
      await page.mouse.wheel(0, pixels)
      await setTimeout(16)
    })
  await turn(120, 60)
  for (const direction of [1, -1]) await turn(direction * 6000, leaps * 12)
}

/** Runs in the page. */
const height = () => document.querySelector('table[aria-label="Issues"] tbody')?.clientHeight ?? 0

async function indexOf(reader: Visitor): Promise<IssueIndex> {
  return JSON.parse(textOf(insistOn(200, await reader.get(addressOf(indexIssues, { group: GROUP })))))
}

/** Somebody is put on five hundred issues and taken off again, so that the next run finds the same world. */
async function changed(mohamed: Visitor): Promise<Measure[]> {
  const open = await mohamed.get(addressOf(indexIssues, { group: GROUP, filter: 'state:open' }))
  const index: IssueIndex = JSON.parse(textOf(insistOn(200, open)))
  const refs = index.groups.flatMap((one) => one.refs).slice(0, MANY)
  const change = async (what: BulkChange) => {
    const began = performance.now()
    const done: number[] = []
    for (let at = 0; at < refs.length; at += AT_ONCE) {
      const body = { refs: refs.slice(at, at + AT_ONCE), change: what }
      const answer = insistOn(200, await mohamed.post(addressOf(changeIssues, { group: GROUP }), body))
      const report: Report = JSON.parse(textOf(answer))
      done.push(report.done.length)
    }
    return { ms: performance.now() - began, done: done.reduce((sum, one) => sum + one, 0) }
  }
  const runs = await repeat(6, (nth) => change({ what: nth % 2 ? 'unassign' : 'assign', person: 'mohamed' }))
  const most = Math.min(...runs.map(({ done }) => done))
  return [
    measured(`${most} issues changed at once`, summaryOf(runs.map(({ ms }) => ms)), {
      target: { at: 'p95', most: 2000 },
    }),
  ]
}
