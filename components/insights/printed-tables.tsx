'use client'

import { useEffect, useState } from 'react'

import { INSIGHT_TABLES } from '#lib/contract/insights.ts'
import type { Insights } from '#lib/contract/insights.ts'

import { TableOf } from './table-of.tsx'

/** On paper all tables stand at the end. They are made when the browser is about to print. */
export function PrintedTables({ group, insights }: { group: string; insights: Insights }) {
  const isPrinted = usePrinted()
  if (!isPrinted) return null
  return (
    <div className="hidden flex-col gap-5 print:flex">
      {INSIGHT_TABLES.map((name) => (
        <section key={name} aria-label={`Table: ${insights[name].title}`} className="break-before-page">
          <h2 className="pb-1.5 text-sm font-semibold">{insights[name].title}</h2>
          <TableOf group={group} name={name} insights={insights} />
        </section>
      ))}
    </div>
  )
}

function usePrinted(): boolean {
  const [isPrinted, setPrinted] = useState(false)
  useEffect(() => {
    const query = matchMedia('print')
    const look = () => {
      if (query.matches) setPrinted(true)
    }
    const print = () => setPrinted(true)
    look()
    query.addEventListener('change', look)
    addEventListener('beforeprint', print)
    return () => {
      query.removeEventListener('change', look)
      removeEventListener('beforeprint', print)
    }
  }, [])
  return isPrinted
}
