import { readWeighing } from '#lib/contract/weighings.ts'
import { reading } from '#lib/http/query.ts'

export const weighingRead = (group: string, ref: number) => reading(readWeighing, { group, ref })
