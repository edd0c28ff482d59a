'use client'

import { Trouble } from '#components/frame/trouble.tsx'

import './globals.css'

/** Where not even the frame of all pages could be drawn. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Saydo</title>
        <Trouble error={error} retry={retry} />
      </body>
    </html>
  )
}
