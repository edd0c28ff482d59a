import { decidePushBack } from '#db/commands/push-backs/decide.ts'
import { raisePushBack } from '#db/commands/push-backs/raise.ts'
import { listPushBacks, readPushBack, resemblingPushBacks } from '#db/queries/push-backs.ts'
import * as pushBacks from '#lib/contract/push-backs.ts'
import { bind } from '../bind.ts'

export const pushBacksHandlers = [
  bind(pushBacks.listPushBacks, (context, input) => listPushBacks(context.ctx(), input)),
  bind(pushBacks.readPushBack, (context, input) => readPushBack(context.ctx(), input)),
  bind(pushBacks.resemblingPushBacks, (context, input) => resemblingPushBacks(context.ctx(), input)),
  bind(pushBacks.raisePushBack, (context, input) => raisePushBack(context.ctx(), input)),
  bind(pushBacks.decidePushBack, (context, input) => decidePushBack(context.ctx(), input)),
]
