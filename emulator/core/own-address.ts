import { isIP } from 'node:net'
import { headerText, type Incoming } from './incoming.ts'

/**
 * Why this request may not reach control and console, or null when it may. A web page of another origin must not
 * move the clock (cross-site request forgery), nor reach us under a name of its own (DNS rebinding).
 */
export function refusedAddress(incoming: Incoming, allowedHosts: readonly string[]): string | null {
  const { headers } = incoming
  const host = headerText(headers.host)
  const name = host === null ? '' : hostName(host)
  if (!isOwnName(name, allowedHosts)) {
    return `"${name}" is not a name of this server. Call it by its address or as localhost, or start it with --allow-host ${name || 'NAME'}.`
  }
  const site = headerText(headers['sec-fetch-site'])
  if (site !== null && site !== 'same-origin' && site !== 'none' && !isLink(incoming)) {
    return 'Control may not be called from a page of another origin.'
  }
  const origin = headerText(headers.origin)
  if (origin !== null && origin !== `http://${host}`) {
    return 'Control may not be called from a page of another origin.'
  }
  return null
}

/** A person who follows a link to the console from elsewhere: it changes nothing. */
function isLink({ method, headers, url }: Incoming): boolean {
  return (
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && !url.pathname.startsWith('/_control/')
  )
}

function hostName(host: string): string {
  return URL.parse(`http://${host}`)?.hostname ?? ''
}

function isOwnName(name: string, allowedHosts: readonly string[]): boolean {
  // An address cannot be rebound; a name can, except those that mean this machine.
  const isAddress = isIP(name.replace(/^\[|\]$/g, '')) !== 0
  return isAddress || name === 'localhost' || name.endsWith('.localhost') || allowedHosts.includes(name)
}
