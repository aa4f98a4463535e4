const BASE = 'http://same-site.invalid'
const PATH_CHARS_MAX = 2000

/**
 * Where to go after signing in: `wanted` when it is a path on this site, `fallback` otherwise. Refuses everything that some
 * browser could read as another host: two slashes in any spelling, backslashes, control characters, schemes.
 */
export function safePath(wanted: unknown, fallback = '/dashboard'): string {
  if (typeof wanted !== 'string' || wanted.length > PATH_CHARS_MAX || !isPrintable(wanted)) return fallback
  const path = wanted.split(/[?#]/, 1)[0] ?? ''
  const readings = [path, decoded(path), decoded(decoded(path))]
  if (!readings.every(isLocal)) return fallback
  const url = new URL(wanted, BASE)
  if (url.origin !== BASE || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}

/** Browsers drop tabs and line breaks from an address before they read it. */
function isPrintable(text: string): boolean {
  return !/[\s\p{C}]/u.test(text)
}

/** A path of pages: one leading slash, and nothing in it that somebody could read as a host. */
function isLocal(path: string): boolean {
  return /^\/(?![/\\])/.test(path) && !/\\|\/\/|@|\p{Cc}/u.test(path) && !/^\/api(\/|$)/i.test(path)
}

/** One layer of percent signs less; the text itself where there is none. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
