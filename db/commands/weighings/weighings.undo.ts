import type { WaysBack } from '../undo-handler.ts'
import { abandonWeighing } from './open.ts'

/** As long as nobody has said a weight: then it is somebody else's too. */
export const weighingsBack: WaysBack<'weighing'> = {
  'weighing.opened': (ctx, { issue }) => abandonWeighing(ctx, { group: ctx.group.slug, ref: issue }),
}
