import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundle } from '../browser/bundle.ts'
import type { Answer } from '../core/answer.ts'
import type { Incoming } from '../core/incoming.ts'

// Nothing but our own files runs, no other page may frame this one, and nothing is sent elsewhere.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"

const FILES: Record<string, { type: string; read: () => string }> = {
  '/_console': { type: 'text/html', read: () => text('./page.html') },
  '/_console/console.css': { type: 'text/css', read: () => text('./console.css') },
  '/_console/console.js': { type: 'text/javascript', read: () => bundle(path('./client/main.ts')) },
}
const built = new Map<string, string>()

/** The page for a person who wonders what just happened: `/_console`, and `/` leads there. */
export async function consoleSite({ method, url }: Pick<Incoming, 'method' | 'url'>): Promise<Answer | null> {
  if (method !== 'GET') return null
  if (url.pathname === '/') return { status: 302, headers: { location: '/_console' }, body: '' }
  const file = FILES[url.pathname]
  if (!file) return null
  const body = built.get(url.pathname) ?? file.read()
  built.set(url.pathname, body)
  const headers = {
    'content-type': `${file.type}; charset=utf-8`,
    'content-security-policy': POLICY,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  }
  return { status: 200, headers, body }
}

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url))
}

function text(relative: string): string {
  return readFileSync(path(relative), 'utf8')
}
