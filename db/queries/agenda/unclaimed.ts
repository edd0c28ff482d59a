import type { AgendaLine } from '#lib/domain/syncs/agenda.ts'
import { unclaimedText } from '#lib/domain/unclaimed.ts'
import type { Ctx } from '../../context.ts'
import { listUnclaimed } from '../unclaimed.ts'

/** Handbook › How DRIs get assigned: "If no one volunteers, we discuss why". */
export const unclaimedLines = async (ctx: Ctx): Promise<AgendaLine[]> =>
  (await listUnclaimed(ctx)).items.map(({ ref, ...said }) => ({
    source: 'unclaimed',
    key: `issue-${ref}`,
    about: { kind: 'issue', ref },
    text: `No volunteer: ${unclaimedText(said)}`,
    person: null,
  }))
