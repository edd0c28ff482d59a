import { readEpic } from '#lib/contract/epics.ts'
import { readIssue } from '#lib/contract/issues.ts'
import { readMilestone } from '#lib/contract/milestone-overview.ts'
import { readPlanningIssue } from '#lib/contract/planning-issue.ts'
import { readWeek } from '#lib/contract/week.ts'
import { parseMarkdown } from '#lib/kit/markdown/parse.ts'
import { slim, textsIn } from '#lib/kit/markdown/texts-in.ts'

/** The answers whose texts pages show as Markdown. */
const SHOWN: ReadonlySet<string> = new Set([
  readIssue.id,
  readEpic.id,
  readWeek.id,
  readMilestone.id,
  readPlanningIssue.id,
])

/** The trees of the texts of an answer, in their order, as JSON: the browser draws them before it can read Markdown. */
export function treesOf(endpoint: string, answer: string): string | undefined {
  if (!SHOWN.has(endpoint)) return undefined
  return JSON.stringify(textsIn(JSON.parse(answer)).map((text) => slim(parseMarkdown(text))))
}
