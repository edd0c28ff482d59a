import { readGroup, type Group } from '#lib/contract/groups.ts'
import { createIssue } from '#lib/contract/issues.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import { putUpdate, readUpdates, saveDraft, type WeekOfUpdates } from '#lib/contract/updates.ts'
import { addressOf } from '#lib/http/call.ts'
import { statusLink } from '#lib/kit/links.ts'
import { isoWeek } from '#lib/kit/plain-date.ts'
import { probeLoading } from './load-probe.ts'
import { measured, type Measure } from './measure.ts'
import { summaryOf } from './numbers.ts'
import { repeat } from './repeat.ts'
import type { Stage } from './stage.ts'
import { staticPage } from './static-page.ts'
import { probeStatus } from './status-probe.ts'
import { visitor, type Visitor } from './visitor.ts'
import { warmLoads } from './warm-loads.ts'
import { insistOn, textOf } from './wire.ts'

const GROUP = 'load-1'
const SUBJECTS = 15
const TIMES = 60
/** How many times a static page it may take. */
const MOST = 8
/** In milliseconds. */
const MOST_TO_SAVE = 150

/** A DRI of 15 subjects opens the page of their updates, writes, and posts. */
export async function status(stage: Stage): Promise<Measure[]> {
  const mohamed = await visitor(stage.address, 'mohamed')
  try {
    const { today } = await ask<Group>(mohamed, readGroup, { group: GROUP })
    const week = isoWeek(today)
    const { mine } = await subjectsIn(mohamed, week)
    const [first] = mine
    if (!first) throw new Error('There is nothing to update.')
    const path = { group: GROUP, week, subject: first.subject }
    const words = { progress: 'Measured.', blockers: '', next: 'Measure again.' }
    let version = first.draft?.version ?? 0
    const saved = await repeat(TIMES, async () => {
      const body = { ...words, confidence: null, version }
      const answer = insistOn(200, await mohamed.put(addressOf(saveDraft, path), body))
      const { draft }: OutputOf<typeof saveDraft> = JSON.parse(textOf(answer))
      version = draft.version
      return answer.ms
    })
    let turn = 0
    const posted = await repeat(TIMES, async () => {
      turn += 1
      const body = { ...words, next: `Measure ${turn}.`, confidence: 'very' }
      return insistOn(200, await mohamed.put(addressOf(putUpdate, path), body)).ms
    })
    const read = await repeat(
      TIMES,
      async () => insistOn(200, await mohamed.get(addressOf(readUpdates, { group: GROUP, week }))).ms,
    )
    const target = { at: 'median', most: MOST_TO_SAVE } as const
    return [
      measured('a draft is saved', summaryOf(saved), { target }),
      measured('an update is posted', summaryOf(posted), { target }),
      measured('the updates of the week', summaryOf(read)),
      ...(await onScreen(`${stage.address}${statusLink(GROUP, { view: 'mine' })}`, mohamed.cookie)),
    ]
  } finally {
    mohamed.close()
  }
}

async function onScreen(url: string, cookie: string): Promise<Measure[]> {
  const plain = await staticPage()
  const floor = await warmLoads({ url: plain.address, cookie: '', probe: probeLoading }).finally(plain.close)
  const loads = await warmLoads({ url, cookie, probe: probeStatus })
  const line = (title: string, part: 'usable' | 'ttfb' | 'fcp' | 'longest' | 'busy', most?: number) => {
    const least = summaryOf(floor.map((one) => one[part])).median
    return measured(`${SUBJECTS} subjects, warm: ${title}`, summaryOf(loads.map((one) => one[part])), {
      target: most === undefined ? null : { at: 'median', most: most * least },
      floor: least,
    })
  }
  return [
    line('a key leads to a field', 'usable', MOST),
    line('first byte', 'ttfb'),
    line('first paint', 'fcp'),
    line('longest task', 'longest'),
    line('processor time of the page', 'busy'),
  ]
}

/** Enters as many issues as are missing: driven by the visitor, in dev, in the milestone that runs. */
async function subjectsIn(mohamed: Visitor, week: string): Promise<WeekOfUpdates> {
  const known = await ask<WeekOfUpdates>(mohamed, readUpdates, { group: GROUP, week })
  const missing = SUBJECTS - known.mine.filter(({ active }) => active).length
  if (missing <= 0) return known
  const [labels, { current }] = await Promise.all([
    ask<OutputOf<typeof listLabels>>(mohamed, listLabels, { group: GROUP }),
    ask<OutputOf<typeof listMilestones>>(mohamed, listMilestones, { group: GROUP }),
  ])
  const wanted = ['group', 'type.bug', 'workflow.in-dev']
  const titles = labels.items.flatMap(({ meaning, title }) => (wanted.includes(meaning ?? '') ? [title] : []))
  for (let at = 0; at < missing; at += 1) {
    const issue: SentTo<typeof createIssue> = {
      group: GROUP,
      title: `Measured subject ${at + 1}`,
      description: 'Enough to start from.',
      weight: 2,
      dri: 'mohamed',
      labels: titles,
      milestone: current,
    }
    insistOn(200, await mohamed.post(addressOf(createIssue, issue), { ...issue, group: undefined }))
  }
  return await ask<WeekOfUpdates>(mohamed, readUpdates, { group: GROUP, week })
}

async function ask<T>(reader: Visitor, endpoint: Endpoint, input: Record<string, unknown>): Promise<T> {
  return JSON.parse(textOf(insistOn(200, await reader.get(addressOf(endpoint, input)))))
}
