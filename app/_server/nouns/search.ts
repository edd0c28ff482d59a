import { find } from '#db/queries/search.ts'
import * as search from '#lib/contract/search.ts'
import { bind } from '../bind.ts'

export const searchHandlers = [bind(search.find, (context, input) => find(context.ctx(), input))]
