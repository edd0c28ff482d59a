import type { AgendaLine } from '#lib/domain/syncs/agenda.ts'
import type { Ctx } from '../../context.ts'
import { pushBacksToDecide } from '../push-backs.ts'

/** Push-backs that wait for a decision. */
export const pushBackLines = async (ctx: Ctx): Promise<AgendaLine[]> =>
  (await pushBacksToDecide(ctx)).map(({ id, subject, reason, by }) => ({
    source: 'push_back',
    key: `push-back-${id}`,
    about: subject.kind === 'milestone' ? null : { kind: subject.kind, ref: Number(subject.key) },
    text: `${subject.kind === 'milestone' ? `The plan of ${subject.title}: ` : ''}${reason}`,
    person: by && by.handle,
  }))
