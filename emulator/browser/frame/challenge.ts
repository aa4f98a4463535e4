import { apiRequest } from '../api.ts'
import { Channel } from '../channel.ts'

/** The page that shows this one over itself, or null when this is a page of its own. */
function openChannel(query: URLSearchParams): Channel | null {
  const channelId = query.get('channel')
  const parentOrigin = query.get('parent')
  if (!channelId || !parentOrigin || window.parent === window) return null
  return new Channel({ channel: channelId, peer: () => window.parent, peerOrigin: parentOrigin })
}

function leave(outcome: string, query: URLSearchParams, channel: Channel | null): void {
  if (channel) {
    channel.send('challenged', { outcome })
    return
  }
  const back = query.get('return_url')
  const secret = query.get('client_secret') ?? ''
  if (!back) return
  const url = new URL(back)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return
  const kind = secret.startsWith('seti_') ? 'setup_intent' : 'payment_intent'
  url.searchParams.set(kind, secret.split('_secret_')[0] ?? '')
  url.searchParams.set(`${kind}_client_secret`, secret)
  url.searchParams.set('redirect_status', outcome === 'complete' ? 'succeeded' : 'failed')
  location.assign(url)
}

/**
 * The bank's page of a 3D Secure payment: tells the emulator how the payer did, then the page that is waiting
 * (in a frame) or goes back to `return_url` (as a page of its own).
 */
function start(): void {
  const query = new URLSearchParams(location.search)
  const channel = openChannel(query)
  const buttons = [...document.querySelectorAll('button')]
  const status = document.querySelector('[role=alert]')
  for (const button of buttons) {
    button.addEventListener('click', async () => {
      const outcome = button.value
      for (const each of buttons) each.disabled = true
      const caller = {
        origin: location.origin,
        key: query.get('key') ?? '',
        account: query.get('account') ?? undefined,
      }
      const { error } = await apiRequest(caller, 'POST', '/_browser/challenge', {
        client_secret: query.get('client_secret'),
        outcome,
      })
      if (!error) {
        leave(outcome, query, channel)
        return
      }
      for (const each of buttons) each.disabled = false
      if (status) status.textContent = error.message ?? 'The answer did not reach the bank. Try again.'
    })
  }
  // They come disabled: a press before this script ran would be lost.
  for (const button of buttons) button.disabled = false
  channel?.send('hello')
  buttons[0]?.focus()
}

start()
