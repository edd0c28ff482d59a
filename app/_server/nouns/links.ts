import { addLink, removeLink } from '#db/commands/links.ts'
import { listLinks } from '#db/queries/links.ts'
import * as links from '#lib/contract/links.ts'
import { bind } from '../bind.ts'

export const linksHandlers = [
  bind(links.listLinks, (context, input) => listLinks(context.ctx(), input)),
  bind(links.addLink, (context, input) => addLink(context.ctx(), input)),
  bind(links.removeLink, (context, input) => removeLink(context.ctx(), input)),
]
