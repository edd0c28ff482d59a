import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'

import { Providers } from '#components/shell/providers.tsx'
import { THEME_COOKIE, isTheme } from '#components/shell/theme.ts'

import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Saydo', template: '%s · Saydo' },
  description: 'Who owns what, who drives it, what was said, what was done.',
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1c1e24' },
  ],
}

/** What nearly all text here is written in: asked for before the style sheet asks, so that it is laid out once. */
const inter = new URL('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', import.meta.url)

export default async function RootLayout({ children }: { children: ReactNode }) {
  preload(inter.pathname, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  const theme = (await cookies()).get(THEME_COOKIE)?.value
  return (
    <html lang="en" data-theme={isTheme(theme) ? theme : 'system'} suppressHydrationWarning>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}
