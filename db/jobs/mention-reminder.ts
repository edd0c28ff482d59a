import { isReminderDue } from '#lib/domain/pings.ts'
import type { Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { type Unanswered, unansweredMentions, workingLives } from '../queries/unanswered.ts'
import type { Job } from './job.ts'

/** Of these mentions, those whose person is reminded by now. */
async function dueOf(ctx: Ctx, mentions: readonly Unanswered[]): Promise<Unanswered[]> {
  const people = [...new Set(mentions.map(({ person }) => person.id))]
  if (people.length === 0) return []
  const lifeOf = await workingLives(ctx, people)
  const lives = new Map<string, Awaited<ReturnType<typeof lifeOf>>>()
  for (const person of people) lives.set(person, await lifeOf(person))
  return mentions.filter(({ person, at }) => {
    const life = lives.get(person.id)
    return life !== undefined && isReminderDue(at, life, ctx.now)
  })
}

/** Reminds a person once of a mention that they have not answered, when a working day of theirs has passed. */
export const mentionReminder: Job = {
  name: 'mention-reminder',
  cron: () => '0 * * * *',
  owed: async (ctx) => (await dueOf(ctx, await unansweredMentions(ctx))).map(({ id }) => String(id)),
  run: async (ctx, period) => {
    const [mention] = await dueOf(ctx, await unansweredMentions(ctx, Number(period)))
    if (!mention) throw new Error('The mention was answered before its reminder.')
    const { issue, comment, person } = mention
    const data = { person, comment: comment === null ? null : String(comment) }
    await record(ctx, { type: 'issue.mention_reminded', issue, data })
  },
}
