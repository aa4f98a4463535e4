/** What every answer tells browsers, whoever gives it: Next (next.config.js) or our own server before it. */
export const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), usb=(), payment=(self "https://js.stripe.com")',
}

/** A promise to use https only, made when a proxy says that the request came over https. */
export const HTTPS_HEADERS = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
}

/** Answers of route handlers and files are data; pages get their policy, with its nonce, from proxy.ts. */
export const DATA_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
}
