/** Which Stripe the page may talk to: the local one at its address, or the real one. */
export type PolicyOptions = {
  nonce: string
  localStripeUrl: string | null
  secure: boolean
  development: boolean
}

const STRIPE = {
  script: ['https://js.stripe.com', 'https://*.js.stripe.com'],
  connect: ['https://api.stripe.com'],
  frame: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
  image: ['https://*.stripe.com'],
}

/**
 * The content security policy of a page. Scripts run by nonce alone; Stripe's hosts are those that Stripe names
 * (https://docs.stripe.com/security/guide#content-security-policy) and are there only while the real Stripe is used.
 * A style attribute cannot run anything and Stripe's Elements set one, so attributes are allowed and style elements need the nonce.
 */
export function contentSecurityPolicy({ nonce, localStripeUrl, secure, development }: PolicyOptions): string {
  const local = localStripeUrl ? [new URL(localStripeUrl).origin] : null
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(local ? [] : STRIPE.script)],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'style-src-attr': ["'unsafe-inline'"],
    'connect-src': ["'self'", ...(local ?? STRIPE.connect)],
    'frame-src': local ?? STRIPE.frame,
    'img-src': ["'self'", 'data:', 'blob:', ...(local ? [] : STRIPE.image)],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
  if (development) {
    // What `next dev` itself needs: eval for stack traces, style elements for its overlay, a socket for reloading.
    directives['script-src']?.push("'unsafe-eval'")
    directives['style-src'] = ["'self'", "'unsafe-inline'"]
    directives['connect-src']?.push('ws:')
  }
  if (secure) directives['upgrade-insecure-requests'] = []
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')
}
