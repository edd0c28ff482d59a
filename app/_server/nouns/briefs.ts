import * as briefs from '#lib/contract/briefs.ts'
import { bind } from '../bind.ts'
import { readBrief } from '../read-brief.ts'

export const briefsHandlers = [
  bind(briefs.readBrief, (context, { milestone }) => readBrief(context.ctx(), context.newest, milestone)),
]
