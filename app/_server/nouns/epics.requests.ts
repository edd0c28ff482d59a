import { closeEpic } from '#db/commands/epics-edit.ts'
import { createEpic } from '#db/commands/epics.ts'
import { handOverEpic } from '#db/commands/hand-overs/hand-over.ts'
import { newest } from '../testing/factories.ts'
import { type Handle, OURS, type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

const newEpic = async (means: Means) => ({
  epic: (await createEpic(await means.as('em'), { title: means.word() })).number,
})

/** The two of the callers who can lead an epic. */
const LEADS = ['engineer', 'staff_engineer'] as const
const leadOf = ({ worker }: Means): Handle => LEADS.find((one) => one === worker) ?? 'engineer'
const otherThan = (lead: Handle): Handle => LEADS.find((one) => one !== lead) ?? 'engineer'

const handOverOf = (from: Handle, to: Handle) => ({ from, to, context: 'As it is.' })

/** An epic that `from` leads. */
const ledBy = async (means: Means, from: Handle) =>
  (await createEpic(await means.as('em'), { title: means.word(), techLead: from })).number

/** A hand-over of an epic that waits, offered by its tech lead. */
async function offer(means: Means, from: Handle, to: Handle) {
  const epic = await ledBy(means, from)
  await handOverEpic(await means.as(from), { group: OURS, epic, ...handOverOf(from, to) })
  return { epic, offer: await newest(means, 'hand_overs') }
}

/** One that waits for the worker, where they can lead an epic. */
const offered = (means: Means) => offer(means, otherThan(leadOf(means)), leadOf(means))

export const requests: Requests = {
  rows: {
    'epics.list': { may: 'member' },
    'epics.progress': { may: 'member' },
    'epics.read': { may: 'member', input: newEpic },
    'epics.forecast': { may: 'member', input: newEpic },
    'epics.journal': { may: 'member', input: newEpic },
    'epics.create': { may: 'epic.edit', input: ({ word }) => ({ title: word() }) },
    'epics.edit': {
      may: 'epic.edit',
      input: async (means) => ({ ...(await newEpic(means)), title: means.word(), version: 1 }),
    },
    'epics.set_tech_lead': {
      may: 'epic.edit',
      input: async (means) => ({ ...(await newEpic(means)), person: 'julie' }),
    },
    'epics.hand_over': {
      may: 'epic.hand_over',
      input: async (means) => {
        const lead = leadOf(means)
        return { epic: await ledBy(means, lead), ...handOverOf(lead, otherThan(lead)) }
      },
    },
    'epics.accept_hand_over': { may: 'epic.lead', input: offered },
    'epics.decline_hand_over': {
      may: 'epic.lead',
      input: async (means) => ({ ...(await offered(means)), reason: 'No time.' }),
    },
    'epics.withdraw_hand_over': {
      may: 'epic.hand_over',
      input: (means) => offer(means, leadOf(means), otherThan(leadOf(means))),
    },
    'epics.close': { may: 'epic.edit', input: newEpic },
    'epics.reopen': {
      may: 'epic.edit',
      input: async (means) => {
        const { epic } = await newEpic(means)
        await closeEpic(await means.as('em'), { group: OURS, epic })
        return { epic }
      },
    },
  },
}
