import { drags } from './drags.ts'
import { issues } from './issues.ts'
import { lists } from './lists.ts'
import { live } from './live.ts'
import type { Measure } from './measure.ts'
import { pages } from './pages.ts'
import { reads } from './reads.ts'
import { searches } from './search.ts'
import type { Stage } from './stage.ts'
import { viewers } from './viewers.ts'
import { writes } from './writes.ts'

export type Part = { name: string; title: string; run: (stage: Stage) => Promise<Measure[]> }

/** In the order in which they run; `--only=` takes a name. */
export const parts: readonly Part[] = [
  { name: 'read', title: 'Boards over the API', run: reads },
  { name: 'write', title: 'Moves over the API', run: writes },
  { name: 'search', title: 'Searches over the API', run: searches },
  { name: 'page', title: 'Board pages in Chromium', run: pages },
  { name: 'issue', title: 'An issue’s page in Chromium', run: issues },
  { name: 'list', title: 'Lists', run: lists },
  { name: 'live', title: 'A move on screen, here and elsewhere', run: live },
  { name: 'viewers', title: 'Many who look at one board', run: viewers },
  { name: 'drag', title: 'Dragging', run: drags },
]
