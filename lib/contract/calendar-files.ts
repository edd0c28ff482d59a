import { z } from 'zod'
import { LEFT_OUT_CODES } from '#lib/domain/calendar/left-out.ts'
import { FEED_PARTS, FEEDS } from '#lib/domain/calendar/feed-names.ts'
import { MOST_CHARACTERS } from '#lib/kit/ics/lines.ts'
import { TIME_OFF_KINDS } from '#lib/domain/time-off.ts'
import { endpoint } from './endpoint.ts'
import { day, inGroup, instant, text, warning } from './shapes.ts'

/** Entries that are written at once: the others of the group wait for so long. */
export const MOST_IMPORTED = 100

const days = { from: day, to: day, fromNoon: z.boolean(), untilNoon: z.boolean() }

export const proposal = z.strictObject({
  title: z.string(),
  ...days,
  kind: z.enum(TIME_OFF_KINDS),
  /** Its title or its calendar says that this is time off. */
  likely: z.boolean(),
  state: z.enum(['new', 'there', 'overlaps']),
  /** What is to be known of what is there already. */
  because: z.string().nullable(),
})
export type Proposal = z.output<typeof proposal>

const leftOut = z.strictObject({
  code: z.enum(LEFT_OUT_CODES),
  because: z.string(),
  count: z.number(),
  /** The first of them. */
  items: z.array(z.strictObject({ title: z.string(), day: day.nullable() })),
})

export const importTimeOff = endpoint({
  id: 'time-off.import',
  method: 'POST',
  path: '/groups/{group}/time-off/import',
  summary:
    'Your own time off from a calendar file: with `file` it is read and nothing is entered, with `apply` what you chose is',
  input: z
    .strictObject({
      ...inGroup,
      /** An iCalendar file (.ics). It is read and not kept. */
      file: text(MOST_CHARACTERS)
        .optional()
        .meta({ examples: ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'] }),
      apply: z
        .array(z.strictObject({ ...days, kind: z.enum(TIME_OFF_KINDS) }))
        .min(1)
        .max(MOST_IMPORTED, `At most ${MOST_IMPORTED} entries at once.`)
        .optional(),
    })
    .refine(({ file, apply }) => (file === undefined) !== (apply === undefined), {
      error: 'Send either a file to review or the entries to add.',
      path: ['file'],
    }),
  output: z.strictObject({
    proposals: z.array(proposal),
    leftOut: z.array(leftOut),
    /** Titles and kinds are in no answer that is kept for retries. */
    done: z.array(
      z.strictObject({ ...days, entry: z.number(), warnings: z.array(warning), event: z.number() }),
    ),
    /** By which all of it is undone; null where nothing was entered. */
    event: z.number().nullable(),
    refused: z.array(z.strictObject({ ...days, because: z.string(), rule: z.string().optional() })),
  }),
})

const parts = z.array(z.enum(FEED_PARTS)).min(1, 'Choose at least one.').max(FEED_PARTS.length)

export const feed = z.strictObject({
  of: z.enum(FEEDS),
  createdAt: instant,
  /** What is in it. */
  parts: z.array(z.enum(FEED_PARTS)),
})
export type Feed = z.output<typeof feed>

export const listFeeds = endpoint({
  id: 'time-off.feeds',
  method: 'GET',
  path: '/groups/{group}/time-off/feeds',
  summary:
    'Your calendar feeds: your own and that of the group, with what is in each; their addresses were shown once',
  input: z.strictObject(inGroup),
  output: z.strictObject({ items: z.array(feed) }),
  reads: ['time_off'],
})

export const setFeed = endpoint({
  id: 'time-off.set_feed',
  method: 'PUT',
  path: '/groups/{group}/time-off/feeds',
  summary:
    'Create a calendar feed or give it a new address, shown in this answer only; or revoke it. An old address stops working',
  input: z.strictObject({ ...inGroup, of: z.enum(FEEDS), on: z.boolean(), parts: parts.optional() }),
  output: z.strictObject({ feed: feed.nullable(), address: z.string().nullable() }),
})

export const setFeedParts = endpoint({
  id: 'time-off.set_feed_parts',
  method: 'PUT',
  path: '/groups/{group}/time-off/feeds/parts',
  summary:
    'Choose what a calendar feed of yours holds; its address stays. Syncs, update days, milestones, activities and triage shifts hold no title of an issue',
  input: z.strictObject({ ...inGroup, of: z.enum(FEEDS), parts }),
  output: z.strictObject({ feed }),
})
