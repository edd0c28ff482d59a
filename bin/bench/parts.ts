import { drags } from './drags.ts'
import { issues } from './issues.ts'
import { lists } from './lists.ts'
import { live } from './live.ts'
import type { Measure } from './measure.ts'
import { past } from './past.ts'
import { pages } from './pages.ts'
import { planning } from './planning.ts'
import { reads } from './reads.ts'
import { sayDo } from './say-do.ts'
import { searches } from './search.ts'
import type { Stage } from './stage.ts'
import { status } from './status.ts'
import { viewers } from './viewers.ts'
import { writes } from './writes.ts'

export type Part = { name: string; title: string; run: (stage: Stage) => Promise<Measure[]> }

/** In the order in which they run; `--only=` takes a name. */
export const parts: readonly Part[] = [
  { name: 'read', title: 'Boards over the API', run: reads },
  { name: 'past', title: 'A board of the past over the API', run: past },
  { name: 'write', title: 'Moves over the API', run: writes },
  { name: 'search', title: 'Searches over the API', run: searches },
  { name: 'page', title: 'Board pages in Chromium', run: pages },
  { name: 'issue', title: 'An issue’s page in Chromium', run: issues },
  { name: 'say-do', title: 'Say/Do of two years, over the API and in Chromium', run: sayDo },
  { name: 'status', title: 'Weekly updates of 15 subjects, over the API and in Chromium', run: status },
  { name: 'list', title: 'Lists', run: lists },
  { name: 'planning', title: 'A milestone is planned', run: planning },
  { name: 'live', title: 'A move on screen, here and elsewhere', run: live },
  { name: 'viewers', title: 'Many who look at one board', run: viewers },
  { name: 'drag', title: 'Dragging', run: drags },
]
