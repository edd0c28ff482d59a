'use client'

import { useRef, useState } from 'react'

import { Button } from './button.tsx'

/** A secret that nobody can look up later, selected at a touch and copied at another. */
export function ShownOnce({ label, secret, hint }: { label: string; secret: string; hint: string }) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
    } catch {
      // Where the page may not write to the clipboard, it is selected, and the keys for copying do.
      setCopied(false)
    }
  }
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-end gap-2">
        <label className="flex min-w-0 flex-1 flex-col gap-1">
          <span className="font-medium">{label}</span>
          <input
            ref={field}
            readOnly
            value={secret}
            spellCheck={false}
            onFocus={(event) => event.currentTarget.select()}
            className="h-[34px] w-full rounded-sm border border-control bg-sunken px-2.5 font-mono text-xs text-ink"
          />
        </label>
        <Button className="h-[34px]" onClick={() => void copy()}>
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p className="text-xs text-pretty text-ink-2">{hint}</p>
    </div>
  )
}
