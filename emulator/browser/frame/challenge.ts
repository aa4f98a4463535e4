import { type ApiObject, apiRequest } from '../api.ts'
import { Channel } from '../channel.ts'
import { returnAddress } from '../page/intents.ts'

/** The page that shows this one over itself, or null when this is a page of its own. */
function openChannel(query: URLSearchParams): Channel | null {
  const channelId = query.get('channel')
  const parentOrigin = query.get('parent')
  if (!channelId || !parentOrigin || window.parent === window) return null
  return new Channel({ channel: channelId, peer: () => window.parent, peerOrigin: parentOrigin })
}

function leave(intent: ApiObject, query: URLSearchParams, channel: Channel | null): void {
  if (channel) {
    channel.send('challenged', { status: intent.status })
    return
  }
  const back = query.get('return_url')
  // The API took no other address; one that somebody wrote into this page's own must not run as a script.
  if (!back || !/^https?:/i.test(new URL(back).protocol)) return
  location.assign(returnAddress(back, { ...intent, client_secret: query.get('client_secret') }))
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
      for (const each of buttons) each.disabled = true
      const caller = {
        origin: location.origin,
        key: query.get('key') ?? '',
        account: query.get('account') ?? undefined,
      }
      const { value, error } = await apiRequest(caller, 'POST', '/_browser/challenge', {
        client_secret: query.get('client_secret'),
        // Who closes the page has not proved to be the cardholder.
        outcome: button.value === 'complete' ? 'complete' : 'fail',
      })
      if (!error) {
        leave(value, query, channel)
        return
      }
      for (const each of buttons) each.disabled = false
      if (status) status.textContent = error.message ?? 'The answer did not reach the bank. Try again.'
    })
  }
  if (!channel) document.querySelector('section')?.setAttribute('role', 'main')
  // They come disabled: a press before this script ran would be lost.
  for (const button of buttons) button.disabled = false
  channel?.send('hello')
  document.querySelector<HTMLElement>('.complete')?.focus()
}

start()
