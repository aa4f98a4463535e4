const HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), usb=(), payment=(self "https://js.stripe.com")',
  },
]

/** A promise to use https only, made when a proxy says that the request came over https. */
const HSTS = { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains; preload' }
const OVER_HTTPS = [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }]

/** Answers of route handlers and files are data; pages get their policy, with its nonce, from proxy.ts. */
const NOTHING_RUNS = {
  key: 'Content-Security-Policy',
  value: "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
}

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
      { source: '/:path*', headers: HEADERS },
      { source: '/:path*', has: OVER_HTTPS, headers: [HSTS] },
      ...['/api/:path*', '/_next/:path*', '/stripe-local/:path*', '/icon.svg', '/favicon.ico'].map(
        source => ({
          source,
          headers: [NOTHING_RUNS],
        }),
      ),
    ]
  },
}

export default config
