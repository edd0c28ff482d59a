import { z } from 'zod'
import { whyNotDay } from '#lib/domain/days.ts'
import { OUTCOMES } from '#lib/domain/dri.ts'
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

export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,79}$/, 'Use lowercase letters, digits, dots and hyphens.')

export const handle = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i, 'A handle, such as “julie”.')

/** The highest number that is given to anything: columns hold four bytes of it. */
const MOST = 2_147_483_647

/** `12`, as in `#12`; arrives as text in a path. */
export const issueRef = z.coerce.number<string | number>().int().positive().max(MOST)

/** The number of an issue, an epic, a row or a version, in a body. */
export const number = z.number().int('Whole numbers only.').positive().max(MOST)

/** A day that there is, in years that people plan for; what a rule computes from it is still a day. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'A day, as YYYY-MM-DD.')
  .refine((value) => whyNotDay(value) === null, { error: ({ input }) => whyNotDay(String(input))?.because })

/** An instant in ISO 8601, in UTC. */
export const instant = z.string()

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

/** Somebody was named with @ by `by`: in a comment, or in the description where `comment` is null. */
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
