import { readRefinement } from '#db/queries/refinements.ts'
import * as refinements from '#lib/contract/refinements.ts'
import { bind } from '../bind.ts'

export const refinementsHandlers = [
  bind(refinements.readRefinement, (context, input) => readRefinement(context.ctx(), input)),
]
