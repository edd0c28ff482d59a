import { addDays, weekday } from '#lib/kit/plain-date.ts'
import type { NewSandboxChange } from '#lib/contract/sandboxes.ts'
import { addSandboxChange } from '../../commands/sandboxes/changes.ts'
import { openSandbox } from '../../commands/sandboxes/open.ts'
import { before } from './calendar.ts'
import { NEXT } from './outcome.ts'
import type { Act, Setting } from './timeline.ts'

const MINUTE = 60_000
const TITLE = 'If Cindy is away the first week'

/** The EM tries what the next milestone would be; it is open, and nothing of it counts. */
export function sandboxActs({ calendar, now }: Setting): Act[] {
  const { title: milestone, startOn } = calendar.box(NEXT)
  const monday = addDays(startOn, (8 - weekday(startOn)) % 7)
  const changes: NewSandboxChange[] = [
    { what: 'timeOff', person: 'cindy', from: monday, to: addDays(monday, 4) },
    {
      what: 'override',
      person: 'manoj',
      team: 'health-connectivity',
      weekOn: null,
      term: 'share',
      value: 0.75,
    },
  ]
  const at = (place: number) => new Date(before(now, 1.1).getTime() + place * MINUTE)
  let sandbox = ''
  return [
    {
      at: at(0),
      by: 'mohamed',
      run: async (ctx) => {
        const opened = await openSandbox(ctx, {
          group: ctx.group.slug,
          milestone,
          title: TITLE,
          sample: true,
        })
        sandbox = opened.sandbox
      },
    },
    ...changes.map((change, place): Act => ({
      at: at(place + 1),
      by: 'mohamed',
      run: (ctx) => addSandboxChange(ctx, { group: ctx.group.slug, milestone, sandbox, change }),
    })),
  ]
}
