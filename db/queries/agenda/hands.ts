import { HAND_TITLES } from '#lib/domain/hands.ts'
import type { AgendaLine } from '#lib/domain/syncs/agenda.ts'
import type { Ctx } from '../../context.ts'
import { openHands } from '../hands.ts'

/** Open hands: those that wait for help first, the longest first. */
export const handLines = async (ctx: Ctx): Promise<AgendaLine[]> =>
  (await openHands(ctx)).map(({ id, kind, ask, about, person, helper }) => ({
    source: 'hand',
    key: `hand-${id}`,
    about: about && { kind: about.kind, ref: about.ref },
    text: `${HAND_TITLES[kind]}: ${ask}${helper ? ` (${helper.name} helps)` : ''}`,
    person: person.handle,
  }))
