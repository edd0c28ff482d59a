import { find } from '#db/queries/search.ts'
import * as search from '#lib/contract/search.ts'
import { keep } from '../keep.ts'

export const searchKept = [keep(search.find, (door, input) => find(door.ctx(), input))]
