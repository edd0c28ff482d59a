import { IssueLink } from '#components/milestone-overview/issue-link.tsx'
import { Panel } from '#components/milestone-overview/panel.tsx'
import { dayIn, dayMonthYear } from '#components/ui/days/days.ts'
import type { MilestoneSayDo } from '#lib/contract/say-do.ts'

type Props = { group: string; notes: MilestoneSayDo['notes']; zone: string }

/** What came after the figures were frozen, and changes none of them. */
export const LaterNotes = ({ group, notes, zone }: Props) => (
  <Panel
    heading="What happened later"
    side={<span className="text-xs text-ink-3">changes no figure above</span>}
  >
    <ul aria-label="What happened later" className="py-1.5 text-sm">
      {notes.map((note) => (
        <li
          key={`${note.ref} ${note.at} ${note.text}`}
          className="flex flex-wrap items-baseline gap-x-3 px-3.5 py-1"
        >
          <span className="num w-24 flex-none text-xs text-ink-3">{dayMonthYear(dayIn(zone, note.at))}</span>
          <span className="min-w-0 flex-1 basis-60 text-pretty wrap-anywhere">
            <IssueLink group={group} issue={note} /> <span className="text-ink-2">{note.text}</span>
          </span>
        </li>
      ))}
    </ul>
  </Panel>
)
