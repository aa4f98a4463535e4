import { DATA_HEADERS, HTTPS_HEADERS, SECURITY_HEADERS } from './lib/security-headers.ts'

const OVER_HTTPS = [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }]
const DATA = ['/api/:path*', '/_next/:path*', '/stripe-local/:path*', '/icon.svg', '/favicon.ico']

const listed = headers => Object.entries(headers).map(([key, value]) => ({ key, value }))

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types, of the tests too; a start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'pdfkit', 'pino', 'graphile-worker', 'pg'],
  experimental: { optimizePackageImports: ['lucide-react'] },
  // Browsers ask for it before they have read a page's own link.
  async rewrites() {
    return [{ source: '/favicon.ico', destination: '/icon.svg' }]
  },
  async headers() {
    return [
      { source: '/:path*', headers: listed(SECURITY_HEADERS) },
      { source: '/:path*', has: OVER_HTTPS, headers: listed(HTTPS_HEADERS) },
      ...DATA.map(source => ({ source, headers: listed(DATA_HEADERS) })),
    ]
  },
}

export default config
