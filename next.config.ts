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
  // Some browsers ask for it by its old name, whatever the page says.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
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
