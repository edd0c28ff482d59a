import { setDuty } from '#db/commands/capacity/duty.ts'
import { startMembership } from '#db/commands/memberships.ts'
import { createTeam } from '#db/commands/teams.ts'
import { addTimeOff } from '#db/commands/time-off.ts'
import { OURS, type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

const WEEK = '2031-01-06'

async function ofTeam(means: Means) {
  const em = await means.as('em')
  const { slug: team } = await createTeam(em, { name: means.word() })
  return { em, team }
}

/** The duty of the person who asks, in a team of its own. */
async function ownDuty(means: Means) {
  const { em, team } = await ofTeam(means)
  await setDuty(em, { group: OURS, team, week: WEEK, person: means.worker })
  return { team, week: WEEK }
}

/** An open week of a team to which the person who asks belongs, with none of their time. */
async function openDuty(means: Means) {
  const { em, team } = await ofTeam(means)
  await startMembership(em, { team, person: means.worker, kind: 'supporting', percent: 0, from: WEEK })
  return { team, week: WEEK }
}

/** An issue of the person who asks, who is away some day. */
async function ownIssue(means: Means) {
  const days = { from: '2032-03-01', to: '2032-03-05', kind: 'other' as const }
  await addTimeOff(await means.as(means.worker), { group: OURS, ...days })
  return { ref: await means.issue({ dri: means.worker }) }
}

export const requests: Requests = {
  rows: {
    'cover.list': { may: 'member' },
    'cover.ask_duty': { may: 'pto.own', input: ownDuty },
    'cover.take_duty': { may: 'pto.own', input: openDuty },
    'cover.ask_issue': { may: 'pto.own', input: ownIssue },
  },
}
