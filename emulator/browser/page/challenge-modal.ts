import type { ApiCaller } from '../api.ts'
import { Channel } from '../channel.ts'

const DIALOG_STYLE =
  'margin:auto;padding:0;border:0;border-radius:8px;width:min(440px,calc(100vw - 32px));height:min(420px,calc(100vh - 32px));background:#fff;color-scheme:light;overflow:hidden'

const LOAD_LIMIT_MS = 15_000

/**
 * Shows the bank's page over the shop's and waits for the payer's answer. A native modal dialog makes the
 * rest of the page inert, which keeps the focus inside. Escape does not close it: a payment is given up only by
 * the page's own Close button, which fails the check.
 */
export function showChallenge(caller: ApiCaller, clientSecret: string): Promise<void> {
  const dialog = document.createElement('dialog')
  dialog.setAttribute('aria-label', '3D Secure authentication')
  dialog.setAttribute('closedby', 'none')
  dialog.style.cssText = DIALOG_STYLE
  const iframe = document.createElement('iframe')
  iframe.title = '3D Secure challenge'
  iframe.name = 'stripe-challenge-frame'
  iframe.style.cssText = 'display:block;width:100%;height:100%;border:0'
  const channelId = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`
  const query = new URLSearchParams({
    client_secret: clientSecret,
    key: caller.key,
    ...(caller.account ? { account: caller.account } : {}),
    channel: channelId,
    parent: location.origin,
  })
  iframe.src = `${caller.origin}/elements/challenge?${query}`
  dialog.append(iframe)
  document.body.append(dialog)
  const before = document.activeElement
  return new Promise(resolve => {
    let answered = false
    const channel = new Channel({
      channel: channelId,
      peer: () => iframe.contentWindow,
      peerOrigin: caller.origin,
    })
    dialog.addEventListener('cancel', event => event.preventDefault())
    dialog.addEventListener('keydown', event => {
      if (event.key === 'Escape') event.preventDefault()
    })
    dialog.addEventListener('close', () => {
      // A browser may close a dialog on a second Escape whatever the page says.
      if (!answered) dialog.showModal()
    })
    const finish = () => {
      answered = true
      clearTimeout(timer)
      channel.close()
      dialog.close()
      dialog.remove()
      if (before instanceof HTMLElement) before.focus()
      resolve()
    }
    // A bank that cannot be reached must not lock the page: the intent is then read as it is.
    const timer = setTimeout(finish, LOAD_LIMIT_MS)
    channel.on('hello', () => clearTimeout(timer))
    channel.on('challenged', finish)
    dialog.showModal()
    iframe.focus()
  })
}
