import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.ts'
import { challengePage, elementPage } from './frame-pages.ts'

/** A request's method and address, as the server's other parts get it. */
interface Asked {
  method: string
  url: URL
}

interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

const SCRIPTS: Record<string, string> = {
  '/stripe.js': './page/stripe-js.ts',
  '/elements/assets/frame.js': './frame/main.ts',
  '/elements/assets/challenge.js': './frame/challenge.ts',
}

// Any page may embed the frames, as with Stripe's own; nothing but our own files runs inside them.
const FRAME_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

const built = new Map<string, string>()

function localFile(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

function cached(path: string, build: () => string): string {
  const known = built.get(path)
  if (known !== undefined) return known
  const made = build()
  built.set(path, made)
  return made
}

function contentOf(path: string): { type: string; body: string } | null {
  const script = SCRIPTS[path]
  if (script) {
    return { type: 'text/javascript; charset=utf-8', body: cached(path, () => bundle(localFile(script))) }
  }
  if (path === '/elements/assets/frame.css') {
    const body = cached(path, () => readFileSync(localFile('./frame/frame.css'), 'utf8'))
    return { type: 'text/css; charset=utf-8', body }
  }
  const element = /^\/elements\/(\w+)$/.exec(path)?.[1]
  if (element === undefined) return null
  const page = element === 'challenge' ? challengePage() : elementPage(element)
  return page === null ? null : { type: 'text/html; charset=utf-8', body: page }
}

/**
 * Answers `GET /stripe.js` and `GET /elements/…`: the browser stand-in for Stripe.js, its element frames and
 * the 3D Secure page. Null when the request is for something else.
 */
export async function browserSite(asked: Asked): Promise<Answer | null> {
  if (asked.method !== 'GET') return null
  const content = contentOf(asked.url.pathname)
  if (!content) return null
  const headers: Record<string, string> = {
    'content-type': content.type,
    'cache-control': 'no-cache',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  }
  if (content.type.startsWith('text/html')) headers['content-security-policy'] = FRAME_POLICY
  return { status: 200, headers, body: content.body }
}
