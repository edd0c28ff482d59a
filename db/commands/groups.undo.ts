import { changeGroup } from './groups-edit.ts'
import type { WaysBack } from './undo-handler.ts'

export const groupsBack: WaysBack<'group'> = {
  'group.changed': (ctx, { data }) => changeGroup(ctx, { group: ctx.group.slug, ...data.from }),
}
