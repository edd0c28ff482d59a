import { changeGroup } from './groups-edit.ts'
import { kept, type WaysBack } from './way-back.ts'

export const groupsBack: WaysBack<'group'> = {
  'group.changed': (ctx, { data }) => changeGroup(ctx, { group: ctx.group.slug, ...kept(data.was) }),
}
