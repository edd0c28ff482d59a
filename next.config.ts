import type { NextConfig } from 'next'

export default {
  // Types are a step of their own, with the same compiler: see `npm run verify`.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    'date-holidays',
    'pg',
    'pino',
    'prom-client',
    'better-auth',
    'drizzle-orm',
    'temporal-polyfill',
  ],
  devIndicators: false,
  // What `public/` holds keeps its address when it changes: browsers keep it for a day, and no page waits for it.
  headers: async () => [
    {
      source: '/:file(.+\\.(?:ico|png|svg|txt|webmanifest))',
      headers: [{ key: 'cache-control', value: 'public, max-age=86400' }],
    },
  ],
  turbopack: {
    // Checking shapes is the server's work: the browser's bundle holds neither zod nor a shape.
    resolveAlias: { zod: { browser: './lib/contract/shapeless.ts' } },
    rules: {
      '*.ts': {
        condition: {
          all: ['browser', 'production', { path: /lib\/contract\/(?!endpoint|shape|api)[\w-]+\.ts$/ }],
        },
        loaders: ['./bin/promises-loader.cjs'],
        as: '*.js',
      },
    },
  },
} satisfies NextConfig
