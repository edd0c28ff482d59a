import type { NextConfig } from 'next'

export default {
  // Types are a step of their own, with the same compiler: see `npm run verify`.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    'pg',
    'postgres',
    'pino',
    'prom-client',
    'better-auth',
    'drizzle-orm',
    'temporal-polyfill',
  ],
  devIndicators: false,
  // Checking shapes is the server's work: the browser's bundle is 24 kB lighter without zod.
  turbopack: { resolveAlias: { zod: { browser: './lib/contract/shapeless.ts' } } },
} satisfies NextConfig
