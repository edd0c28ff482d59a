import type { Page } from 'playwright'
import { readCapacity, type CapacityView } from '#lib/contract/capacity.ts'
import { type Plan, proposePlan, readPlan } from '#lib/contract/plan.ts'
import { addressOf } from '#lib/http/call.ts'
import { capacityLink, planLink } from '#lib/kit/links.ts'
import { profile, withBrowser } from './browser.ts'
import { probeLoading } from './load-probe.ts'
import { measured, type Measure } from './measure.ts'
import { summaryOf } from './numbers.ts'
import { probePlanning, watchFigure, type Shown } from './planning-probe.ts'
import { repeat } from './repeat.ts'
import type { Stage } from './stage.ts'
import { staticPage } from './static-page.ts'
import { visitor, type Visitor } from './visitor.ts'
import { warmLoads } from './warm-loads.ts'
import { insistOn, textOf } from './wire.ts'

/** A group of a usual size, and one of hundreds. */
const [USUAL, LARGE] = ['load-21', 'load-1']
const OVERRIDES = 20
const PROPOSALS = 20
/** A page of planning is usable within so many times the time of a plain page. */
const TIMES_PLAIN = 10
/** Above the people of a team stands its own line. */
const FIRST_PERSON = '[data-cell="1 0"]'

/** A milestone is planned: the pages of its capacity and of its plan, beside a plain page; an override, and a proposal. */
export async function planning(stage: Stage): Promise<Measure[]> {
  const mohamed = await visitor(stage.address, 'mohamed')
  try {
    const floor = await plainLoads()
    const measures: Measure[] = []
    for (const group of [USUAL, LARGE]) {
      const at = { stage, mohamed, group, floor, goal: group === USUAL }
      measures.push(...(await capacities(at)), ...(await plans(at)))
    }
    return measures
  } finally {
    mohamed.close()
  }
}

/** `goal`: the targets are set for a group of a usual size. */
type At = { stage: Stage; mohamed: Visitor; group: string; floor: number; goal: boolean }

async function capacities({ stage, mohamed, group, floor, goal }: At): Promise<Measure[]> {
  const url = `${stage.address}${capacityLink(group)}`
  const { rows, weeks } = await readIn<CapacityView>(mohamed, readCapacity, group)
  const loads = await loadsOf({ url, floor, cookie: mohamed.cookie, goal })
  const shown = await overrides(url, mohamed)
  return [
    ...loads(`capacity of ${rows.length} people × ${weeks.length} weeks: sums open`),
    measured('… override answered → its figure shown', summaryOf(shown), {
      target: { at: 'median', most: 50 },
    }),
  ]
}

async function plans({ stage, mohamed, group, floor, goal }: At): Promise<Measure[]> {
  const url = `${stage.address}${planLink(group)}`
  const { candidates } = await readIn<Plan>(mohamed, readPlan, group)
  const loads = await loadsOf({ url, floor, cookie: mohamed.cookie, goal })
  const path = addressOf(proposePlan, { group, milestone: await nextOf(mohamed, group) })
  const proposed = await repeat(PROPOSALS, async () => insistOn(200, await mohamed.get(path)).ms)
  return [
    ...loads(`plan of ${candidates.length} candidates: a key reaches them`),
    measured('… a proposal', summaryOf(proposed), { target: goal ? { at: 'median', most: 1000 } : null }),
  ]
}

type Visited = { url: string; floor: number; cookie: string; goal: boolean }

/** How a page loads, as lines of the report once it has a name. */
async function loadsOf({ url, floor, cookie, goal }: Visited): Promise<(name: string) => Measure[]> {
  const loads = await warmLoads({ url, cookie, probe: probePlanning })
  const target = goal ? ({ at: 'median', most: floor * TIMES_PLAIN } as const) : null
  return (name) => [
    measured(name, summaryOf(loads.map(({ usable }) => usable)), { floor, target }),
    measured('… first byte', summaryOf(loads.map(({ ttfb }) => ttfb))),
    measured('… longest task', summaryOf(loads.map(({ longest }) => longest))),
  ]
}

async function plainLoads(): Promise<number> {
  const page = await staticPage()
  try {
    const loads = await warmLoads({ url: page.address, cookie: '', probe: probeLoading })
    return summaryOf(loads.map(({ usable }) => usable)).median
  } finally {
    await page.close()
  }
}

async function nextOf(reader: Visitor, group: string): Promise<string> {
  const milestones = await reader.get(`/api/v1/groups/${group}/milestones`)
  const { next }: { next: string | null } = JSON.parse(textOf(insistOn(200, milestones)))
  return next ?? ''
}

async function readIn<T>(
  reader: Visitor,
  endpoint: typeof readCapacity | typeof readPlan,
  group: string,
): Promise<T> {
  const path = addressOf(endpoint, { group, milestone: await nextOf(reader, group) })
  return JSON.parse(textOf(insistOn(200, await reader.get(path))))
}

/** The engineering manager puts another value in the place of a term and takes it off again, so that all is as before. */
async function overrides(url: string, { cookie }: Visitor): Promise<number[]> {
  return await withBrowser(async (browser) => {
    const context = await profile(browser, url, cookie)
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'load' })
    // a figure that is pressed before its script is there does nothing
    await page.evaluate(probePlanning)
    await page.waitForFunction(() => globalThis.loading?.usable)
    await page.keyboard.press('Escape')
    await page.getByRole('list', { name: 'Sum' }).waitFor({ state: 'detached' })
    const times = await repeat(OVERRIDES, async () => {
      const { answered, shown } = await override(page)
      const remove = page.getByRole('button', { name: /^Remove override/ }).first()
      await remove.click()
      await remove.waitFor({ state: 'detached' })
      await page.keyboard.press('Escape')
      return shown - answered
    })
    await context.close()
    return times
  })
}

async function override(page: Page): Promise<Shown> {
  await page.locator(FIRST_PERSON).click()
  await page.getByRole('button', { name: 'Override: Away' }).click()
  await page.getByRole('textbox', { name: /in days$/ }).fill('2')
  await page.getByRole('textbox', { name: 'Reason' }).fill('Measured')
  await page.evaluate(watchFigure, FIRST_PERSON)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForFunction(() => globalThis.overrideTimes?.answered && globalThis.overrideTimes.shown)
  return await page.evaluate(() => globalThis.overrideTimes ?? { answered: 0, shown: 0 })
}
