import { z } from 'zod'
import { isSafeLink } from '#lib/domain/calls.ts'
import { whyNotDay } from '#lib/domain/days.ts'
import { OUTCOMES } from '#lib/domain/dri.ts'
import { parseSubject } from '#lib/domain/subjects.ts'
import { isIsoWeek, mondayOf } from '#lib/kit/iso-week.ts'
import { isVisible } from '#lib/kit/visible.ts'

/** Shapes that more than one noun uses. Strings never hold NUL or half a character: PostgreSQL could not keep them. */
export const text = (max: number) =>
  z
    .string()
    .max(max, `At most ${max} characters.`)
    .refine((value) => !value.includes('\0'), 'Cannot contain the character NUL.')
    .refine((value) => value.isWellFormed(), 'Cannot contain half a character (a lone surrogate).')

/** A name or a title: something of it can be seen. */
export const line = (max: number) => lineOrNone(max).min(1, 'Cannot be empty.')

/** May stay empty; what is given can be seen. */
export const lineOrNone = (max: number) =>
  text(max)
    .trim()
    .refine((value) => value === '' || isVisible(value), 'Needs at least one visible character.')

/** A link that others may follow: https alone, without a password; empty for none. */
export const safeLink = lineOrNone(500).refine(
  (value) => value === '' || isSafeLink(value),
  'A link that begins with https://.',
)

export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,79}$/, 'Use lowercase letters, digits, dots and hyphens.')

export const handle = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i, 'A handle, such as “julie”.')

/** The highest number that is given to anything: columns hold four bytes of it. */
export const MOST_NUMBER = 2_147_483_647

/** `12`, as in `#12`; arrives as text in a path. */
export const issueRef = z.coerce.number<string | number>().int().positive().max(MOST_NUMBER)

/** An issue or an epic: `issue-12`, `epic-3`. */
export const subjectParam = z
  .string()
  .refine((value) => parseSubject(value) !== null, 'An issue or an epic, such as issue-12 or epic-3.')

/** A week by ISO 8601, `2026-W49`, in the years that people plan for. */
export const weekParam = z
  .string()
  .refine((value) => isIsoWeek(value) && whyNotDay(mondayOf(value)) === null, 'A week, such as 2026-W49.')

/** The number of an issue, an epic, a row or a version, in a body. */
export const number = z.number().int('Whole numbers only.').positive().max(MOST_NUMBER)

/** A day that there is, in years that people plan for; what a rule computes from it is still a day. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'A day, as YYYY-MM-DD.')
  .refine((value) => whyNotDay(value) === null, { error: ({ input }) => whyNotDay(String(input))?.because })

/** A time of day, as HH:MM, in the time zone of its group. */
export const timeOfDay = line(5).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time, such as 15:00.')

/** An instant in ISO 8601, in UTC. */
export const instant = z.string()

/**
 * A moment of the past at which a group is looked at: an instant in ISO 8601 with `Z` or an offset, or a day, which stands for
 * its end in the group's time zone (today: for now).
 */
export const moment = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/,
    'A day, as YYYY-MM-DD, or an instant, as 2026-01-05T09:30:00Z.',
  )
  .refine((value) => whyNotDay(value.slice(0, 10)) === null, {
    error: ({ input }) => whyNotDay(String(input).slice(0, 10))?.because,
  })
  .refine((value) => !Number.isNaN(Date.parse(value)), 'Not a time of day.')

export const labelTitle = line(255).refine(
  (title) => !title.includes(','),
  'A label’s title cannot contain a comma.',
)

/** One or many values of a query string: `?label=a&label=b`. */
export const many = <T extends z.ZodType<string, string>>(shape: T) =>
  z.union([shape.transform((one) => [one]), z.array(shape)])

export const weight = z.number().int('Whole numbers only.').min(0).max(99)

/** What a page of a list calls `next`: a number, so that nobody begins anew over a slip. */
export const cursor = z.string().regex(/^[1-9]\d{0,14}$/, 'Not a cursor. Use `next` of the previous page.')
export const pageSize = z.coerce.number<string | number>().int().min(1).max(200)

export const role = z.enum(['em', 'pm', 'engineer', 'staff_engineer', 'counterpart', 'stakeholder'])

/** A page of a list; `next` is the cursor of the page after it, null at the end. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })

export const warning = z.strictObject({ code: z.string(), because: z.string() })

export const inGroup = { group: slug }

/** An issue's places: `rank` on the board that shows it, elsewhere on all boards but the planning board; and on that one. */
export const places = { rank: z.string(), planRank: z.string() }

export const comment = z.strictObject({
  id: z.number(),
  author: z.string(),
  body: z.string(),
  at: instant,
  /** Null while it stands as it was written first. */
  editedAt: instant.nullable(),
  version: z.number(),
  /** Each emoji with the handles of those who put it there, the first emoji first. */
  reactions: z.array(z.strictObject({ emoji: z.string(), people: z.array(z.string()) })),
})

/** A person was named with @ by `by`: in a comment, or in the description where `comment` is null. */
export const mention = z.strictObject({
  comment: z.number().nullable(),
  person: z.string(),
  by: z.string().nullable(),
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.enum(['reply', 'reaction']).nullable(),
})

/** An offer to take over, by handles; it waits while `outcome` is null, and `from` stays the DRI until it is accepted. */
export const handOver = z.strictObject({
  id: z.number(),
  from: z.string(),
  to: z.string(),
  by: z.string(),
  context: z.string(),
  at: instant,
  outcome: z.enum(OUTCOMES).nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  /** Why it was declined. */
  reason: z.string().nullable(),
})

/**
 * Of a change that may take issues off the Build Board of a milestone that runs: by an accepted push-back, which the EM alone
 * gives, what it takes off is no slip of that milestone.
 */
export const pushBack = z.strictObject({ reason: text(500) }).optional()

/** An issue in such a change. */
export const leaving = { ...inGroup, ref: issueRef, pushBack }
