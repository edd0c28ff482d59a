import { addLink, removeLink } from '#db/commands/links.ts'
import { listLinks } from '#db/queries/links.ts'
import * as links from '#lib/contract/links.ts'
import { keep } from '../keep.ts'

export const linksKept = [
  keep(links.listLinks, (door, input) => listLinks(door.ctx(), input)),
  keep(links.addLink, (door, input) => addLink(door.ctx(), input)),
  keep(links.removeLink, (door, input) => removeLink(door.ctx(), input)),
]
