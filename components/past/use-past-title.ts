'use client'

import { useEffect } from 'react'

import { asOfText } from './as-of.ts'

const AS_OF = / · as of [^·]*(?= · Saydo$|$)/

/** The title of the browser says which moment is shown, also where the page went there without asking the server. */
export function usePastTitle(past: { at: string; zone: string } | null) {
  const text = past === null ? '' : ` · ${asOfText(past.at, past.zone)}`
  useEffect(() => {
    const say = () => {
      const title = document.title.replace(AS_OF, '').replace(/(?= · Saydo$)|$/, text)
      if (title !== document.title) document.title = title
    }
    say()
    const observer = new MutationObserver(say)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => {
      observer.disconnect()
      document.title = document.title.replace(AS_OF, '')
    }
  }, [text])
}
