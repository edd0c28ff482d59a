import { addAction, editAction } from '#db/commands/retrospectives/actions.ts'
import { beginRetrospective } from '#db/commands/retrospectives/begin.ts'
import { addPoint, rewordPoint, withdrawPoint } from '#db/commands/retrospectives/points.ts'
import { closeRetrospective, openRetrospective } from '#db/commands/retrospectives/stages.ts'
import { unvotePoint, votePoint } from '#db/commands/retrospectives/votes.ts'
import { readRetrospective } from '#db/queries/retrospective.ts'
import { listRetrospectives } from '#db/queries/retrospectives.ts'
import * as contract from '#lib/contract/retrospectives.ts'
import { bind } from '../bind.ts'

export const retrospectivesHandlers = [
  bind(contract.listRetrospectives, (context, input) => listRetrospectives(context.ctx(), input)),
  bind(contract.beginRetrospective, (context, { group, month }) =>
    beginRetrospective(context.ctx(), { group, month }),
  ),
  bind(contract.readRetrospective, (context, input) => readRetrospective(context.ctx(), input)),
  bind(contract.openRetrospective, (context, input) => openRetrospective(context.ctx(), input)),
  bind(contract.closeRetrospective, (context, input) => closeRetrospective(context.ctx(), input)),
  bind(contract.addPoint, (context, input) => addPoint(context.ctx(), input)),
  bind(contract.rewordPoint, (context, input) => rewordPoint(context.ctx(), input)),
  bind(contract.withdrawPoint, (context, input) => withdrawPoint(context.ctx(), input)),
  bind(contract.votePoint, (context, input) => votePoint(context.ctx(), input)),
  bind(contract.unvotePoint, (context, input) => unvotePoint(context.ctx(), input)),
  bind(contract.addAction, (context, input) => addAction(context.ctx(), input)),
  bind(contract.editAction, (context, input) => editAction(context.ctx(), input)),
]
