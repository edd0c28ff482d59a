'use client'

import { toast } from '#components/shell/toasts.ts'
import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'

import { saveFile } from './save.ts'

type Props = {
  /** Of the files, without their kind. */
  name: string
  /** What a picture has above its drawing. */
  title: string
  /** Stands round the drawing and its key; null where there is a table instead. */
  chart: () => Element | null
  /** Where the figures are to be had. */
  files: readonly { label: string; kind: string; href: string }[]
}

/** A chart to take along: as a picture that the browser makes, or as figures. */
export function ExportMenu({ name, title, chart, files }: Props) {
  const picture = async (kind: 'png' | 'svg') => {
    const marked = chart()
    if (!marked) return
    try {
      const { svgOf, pngOf } = await import('./picture.ts')
      const isSvg = kind === 'svg'
      const blob = isSvg
        ? new Blob([svgOf({ marked, title })], { type: 'image/svg+xml' })
        : await pngOf({ marked, title })
      saveFile(`${name}.${kind}`, blob)
    } catch {
      toast({ text: 'The picture could not be made. Try again.', tone: 'refused' })
    }
  }
  const entries = (): MenuEntry[] => {
    const disabledReason = chart() ? null : 'Show the chart first'
    return [
      { kind: 'act', label: 'Picture', hint: 'PNG', disabledReason, act: () => void picture('png') },
      { kind: 'act', label: 'Drawing', hint: 'SVG', disabledReason, act: () => void picture('svg') },
      { kind: 'line' },
      ...files.map(({ label, kind, href }): MenuEntry => ({
        kind: 'act',
        label,
        hint: kind === 'md' ? 'Markdown' : kind.toUpperCase(),
        act: () => saveFile(`${name}.${kind}`, href),
      })),
      { kind: 'line' },
      { kind: 'act', label: 'Print', act: () => setTimeout(() => print()) },
    ]
  }
  return (
    <MenuButton kind="quiet" size="sm" menuLabel="Export" className="no-print" entries={entries}>
      <Icon name="export" />
      Export
    </MenuButton>
  )
}
