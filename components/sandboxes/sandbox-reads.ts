import { readSandbox } from '#lib/contract/sandboxes.ts'
import { reading } from '#lib/http/query.ts'

export const sandboxReads = (group: string, milestone: string, sandbox: string) => [
  reading(readSandbox, { group, milestone, sandbox }),
]
