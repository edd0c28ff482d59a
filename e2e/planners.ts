import type { SentTo } from '#lib/contract/endpoint.ts'
import { createGroup, readGroup } from '#lib/contract/groups.ts'
import { createIssue, type Card } from '#lib/contract/issues.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { startMembership } from '#lib/contract/memberships.ts'
import { createMilestone } from '#lib/contract/milestones.ts'
import { addPerson } from '#lib/contract/people.ts'
import { createTeam } from '#lib/contract/teams.ts'
import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'
import { clientAt, type Client } from './client.ts'
import { newWord } from './world.ts'

export type Planners = {
  em: Client
  group: string
  name: string
  today: PlainDate
  /** First day of 1.1. */
  startOn: PlainDate
  /** Of the team, ready for development unless other labels are named. */
  anIssue: (title: string, facts: Partial<SentTo<typeof createIssue>>, labels?: string[]) => Promise<Card>
}

const READY = 'workflow::ready for development'

/**
 * A group of the story's own, on the last day of its milestone 1.0, with four weeks of 1.1 ahead: one team with Cindy and
 * Patrick, each with 20 days, a weight of 10; Mohamed is the EM and Jordan the PM.
 */
export async function somePlanners(baseURL = ''): Promise<Planners> {
  const admin = await clientAt(baseURL, 'admin')
  const name = `Planners ${newWord()}`
  const { group } = await admin.ask(createGroup, { name, zone: 'UTC', em: 'mohamed' })
  const em = await clientAt(baseURL, 'mohamed')
  const { today } = await em.ask(readGroup, { group })
  const startOn = addDays(today, 1)
  await em.ask(createMilestone, { group, title: '1.0', startOn: addDays(today, -20), dueOn: today })
  await em.ask(createMilestone, { group, title: '1.1', startOn, dueOn: addDays(today, 28) })
  await em.ask(addPerson, { group, person: 'jordan', role: 'pm' })
  const { slug: team } = await em.ask(createTeam, { group, name: 'Gateway' })
  for (const person of ['cindy', 'patrick']) {
    await em.ask(addPerson, { group, person, role: 'engineer' })
    const whole = { kind: 'main', percent: 100, from: addDays(today, -20) } as const
    await em.ask(startMembership, { group, team, person, ...whole })
  }
  const { items } = await em.ask(listLabels, { group })
  const own = items.filter(({ meaning }) => meaning === 'group').map(({ title }) => title)
  return {
    em,
    group,
    name,
    today,
    startOn,
    async anIssue(title, facts, labels = [READY]) {
      const usual = { description: 'Enough to start from.', weight: 2, team, milestone: '1.1' }
      const all = [...own, 'type::bug', ...labels]
      return (await em.ask(createIssue, { ...usual, ...facts, group, title, labels: all })).card
    },
  }
}
