import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'

import { Providers } from '#components/frame/providers.tsx'
import { THEME_COOKIE, isTheme } from '#components/shell/theme.ts'
import { PHONE_COOKIE, isTakenForPhone } from '#components/ui/is-phone.ts'

import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Saydo', template: '%s · Saydo' },
  description: 'Who owns what, who drives it, what is committed, what is done.',
  manifest: '/manifest.webmanifest',
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '48x48' },
      { url: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
    ],
    apple: '/apple-touch-icon.png',
  },
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
  const [kept, sent] = [await cookies(), await headers()]
  const theme = kept.get(THEME_COOKIE)?.value
  const isPhone = isTakenForPhone(kept.get(PHONE_COOKIE)?.value, sent.get('user-agent'))
  return (
    <html lang="en" data-theme={isTheme(theme) ? theme : 'system'} suppressHydrationWarning>
      <head>
        {/* Half a board would be painted otherwise, and jump when the other half comes. */}
        <link rel="expect" href="#whole" blocking="render" />
      </head>
      <body>
        <Providers isTakenForPhone={isPhone}>{children}</Providers>
        <template id="whole" />
      </body>
    </html>
  )
}
