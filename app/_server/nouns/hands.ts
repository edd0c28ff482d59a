import { helpHand, lowerHand, raiseHand, stopHelping } from '#db/commands/hands/hands.ts'
import { listHands } from '#db/queries/hands.ts'
import * as hands from '#lib/contract/hands.ts'
import { bind } from '../bind.ts'

export const handsHandlers = [
  bind(hands.listHands, (context, input) => listHands(context.ctx(), input)),
  bind(hands.raiseHand, (context, input) => raiseHand(context.ctx(), input)),
  bind(hands.helpHand, (context, input) => helpHand(context.ctx(), input)),
  bind(hands.stopHelping, (context, input) => stopHelping(context.ctx(), input)),
  bind(hands.lowerHand, (context, input) => lowerHand(context.ctx(), input)),
]
