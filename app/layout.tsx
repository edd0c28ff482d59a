import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'

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

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get(THEME_COOKIE)?.value
  return (
    <html lang="en" data-theme={isTheme(theme) ? theme : 'system'} suppressHydrationWarning>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}
