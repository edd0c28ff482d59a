type Props = { busy: boolean; onText: (text: string) => void }

/** Takes a calendar file by choosing it, or by dropping it on the field as browsers allow. */
export function CalendarFileField({ busy, onText }: Props) {
  const take = async (files: FileList | null) => {
    const file = files?.[0]
    if (file) onText(await file.text())
  }
  return (
    <label className="flex flex-col gap-1">
      <span className="font-medium">Calendar file</span>
      <input
        type="file"
        accept=".ics,text/calendar"
        disabled={busy}
        onChange={(event) => void take(event.target.files)}
        className="w-full rounded-md border border-dashed border-control bg-sunken px-4 py-6 text-sm text-ink file:mr-3 file:min-h-[30px] file:rounded-sm file:border file:border-solid file:border-line file:bg-surface file:px-2.5 file:font-medium file:text-ink pointer-coarse:file:min-h-11"
      />
      <output className="text-xs text-ink-2">{busy ? 'Reading…' : 'Or drop the file on the field.'}</output>
    </label>
  )
}
