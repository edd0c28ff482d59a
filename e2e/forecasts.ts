import { type Fan, readForecast } from '#lib/contract/forecast.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import type { Client } from './client.ts'
import { GROUP } from './world.ts'

/** The forecast of the milestone that runs. */
export async function forecastIn(client: Client) {
  const { current } = await client.ask(listMilestones, { group: GROUP })
  return client.ask(readForecast, { group: GROUP, milestone: current ?? '' })
}

/** How many Deliverables of it are likely closed. */
export const likelyIn = async (client: Client): Promise<Fan | undefined> =>
  (await forecastIn(client)).forecast?.count
