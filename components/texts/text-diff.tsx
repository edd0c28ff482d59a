import { compareTexts } from '#lib/domain/differences.ts'
import type { ComparedLine } from '#lib/domain/differences.ts'

type Side = { title: string; text: string }

/** Two versions of a text side by side; lines that only one of them has are marked, with a bar as well as a colour. */
export function ComparedTexts({ left, right }: { left: Side; right: Side }) {
  const { mine, theirs } = compareTexts(left.text, right.text)
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Version title={left.title} lines={mine} />
      <Version title={right.title} lines={theirs} />
    </div>
  )
}

function Version({ title, lines }: { title: string; lines: readonly ComparedLine[] }) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-1">
      <h3 className="text-xs font-medium text-ink-2">{title}</h3>
      <div className="rounded-sm border border-line bg-sunken py-1.5 font-mono text-xs">
        {lines.map(({ line, same }, at) => (
          <div
            key={`${at} ${line}`}
            className={`min-h-[1.45em] border-l-[3px] px-2 whitespace-pre-wrap wrap-anywhere ${same ? 'border-transparent' : 'border-accent bg-accent-soft'}`}
          >
            {line}
          </div>
        ))}
      </div>
    </section>
  )
}
