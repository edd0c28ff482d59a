import { askDutyCover, askIssueCover, takeDuty } from '#db/commands/cover.ts'
import { listCover } from '#db/queries/cover.ts'
import * as cover from '#lib/contract/cover.ts'
import { bind } from '../bind.ts'

export const coverHandlers = [
  bind(cover.listCover, (context, input) => listCover(context.ctx(), input)),
  bind(cover.askDutyCover, (context, input) => askDutyCover(context.ctx(), input)),
  bind(cover.takeDuty, (context, input) => takeDuty(context.ctx(), input)),
  bind(cover.askIssueCover, (context, input) => askIssueCover(context.ctx(), input)),
]
