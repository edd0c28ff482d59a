import { listLinks } from '#lib/contract/links.ts'
import { reading } from '#lib/http/query.ts'

export const linksRead = (group: string, ref: number) => reading(listLinks, { group, ref })
