'use client'

import { ErrorPage } from '#components/frame/error-page.tsx'

import './globals.css'

/** Where not even the frame of all pages could be drawn. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Saydo</title>
        <ErrorPage error={error} retry={retry} />
      </body>
    </html>
  )
}
