import { changeGroup } from './groups-edit.ts'
import type { WaysBack } from './way-back.ts'

export const groupsBack: WaysBack<'group'> = {
  'group.changed': (ctx, { data }) => changeGroup(ctx, { group: ctx.group.slug, ...data.from }),
}
