import { agreeOnWeight } from '#db/commands/weighings/agree.ts'
import { abandonWeighing, openWeighing } from '#db/commands/weighings/open.ts'
import { revealWeights, voteWeight } from '#db/commands/weighings/vote.ts'
import { readWeighing } from '#db/queries/weighings.ts'
import * as weighings from '#lib/contract/weighings.ts'
import { keep } from '../keep.ts'

export const weighingsKept = [
  keep(weighings.readWeighing, (door, input) => readWeighing(door.ctx(), input)),
  keep(weighings.openWeighing, (door, input) => openWeighing(door.ctx(), input)),
  keep(weighings.voteWeight, (door, input) => voteWeight(door.ctx(), input)),
  keep(weighings.revealWeights, (door, input) => revealWeights(door.ctx(), input)),
  keep(weighings.agreeOnWeight, (door, input) => agreeOnWeight(door.ctx(), input)),
  keep(weighings.abandonWeighing, (door, input) => abandonWeighing(door.ctx(), input)),
]
