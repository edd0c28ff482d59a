import { agreeOnWeight } from '#db/commands/weighings/agree.ts'
import { abandonWeighing, openWeighing } from '#db/commands/weighings/open.ts'
import { revealWeights, voteWeight } from '#db/commands/weighings/vote.ts'
import { readWeighing } from '#db/queries/weighings.ts'
import * as weighings from '#lib/contract/weighings.ts'
import { bind } from '../bind.ts'

export const weighingsHandlers = [
  bind(weighings.readWeighing, (context, input) => readWeighing(context.ctx(), input)),
  bind(weighings.openWeighing, (context, input) => openWeighing(context.ctx(), input)),
  bind(weighings.voteWeight, (context, input) => voteWeight(context.ctx(), input)),
  bind(weighings.revealWeights, (context, input) => revealWeights(context.ctx(), input)),
  bind(weighings.agreeOnWeight, (context, input) => agreeOnWeight(context.ctx(), input)),
  bind(weighings.abandonWeighing, (context, input) => abandonWeighing(context.ctx(), input)),
]
