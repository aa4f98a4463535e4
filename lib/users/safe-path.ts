const BASE = 'http://same-site.invalid'
const PATH_CHARS_MAX = 2000

/**
 * Where to go after signing in: `wanted` when it is a path on this site, `fallback` otherwise. Refuses everything that some
 * browser could read as another host: two slashes in any spelling, backslashes, control characters, schemes.
 */
export function safePath(wanted: unknown, fallback = '/dashboard'): string {
  if (typeof wanted !== 'string' || wanted.length > PATH_CHARS_MAX) return fallback
  if (!isLocal(wanted) || !isLocal(decoded(wanted)) || !isLocal(decoded(decoded(wanted)))) return fallback
  const url = new URL(wanted, BASE)
  if (url.origin !== BASE || url.pathname.startsWith('//') || /^\/api(\/|$)/i.test(url.pathname))
    return fallback
  return url.pathname + url.search + url.hash
}

/** One leading slash, and a path (what stands before `?` and `#`) without backslashes, double slashes or control characters. */
function isLocal(text: string): boolean {
  const path = text.split(/[?#]/, 1)[0] ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /^\/(?![/\\])/.test(text) && !/\\|\/\/|@/.test(path) && !/[\u0000-\u0020\u007f-\u009f]/.test(text)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
