import { Channel } from '../channel.ts'
import { applyLooks } from './appearance.ts'
import { startCardFrame } from './card-frame.ts'
import { startAddressFrame, startEmailFrame } from './contact-frame.ts'
import type { FrameOptions } from './frame-options.ts'
import { loadSavedCards } from './saved-cards.ts'

async function startElement(element: string, root: HTMLElement, channel: Channel, options: FrameOptions) {
  if (element === 'address') startAddressFrame(root, channel, options)
  else if (element === 'linkAuthentication') startEmailFrame(root, channel, options)
  else {
    const caller = { origin: location.origin, key: options.key, account: options.account }
    const session = element === 'payment' ? options.customerSession : undefined
    return startCardFrame(element, root, channel, options, await loadSavedCards(caller, session))
  }
  return () => {}
}

function reportFocus(channel: Channel): void {
  document.addEventListener('focusin', () => channel.send('focus'))
  document.addEventListener('focusout', event => {
    if (event.relatedTarget === null) channel.send('blur')
  })
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') channel.send('escape')
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) channel.send('enter')
  })
}

/** Says hello to the page that mounted this frame and builds the element when its options arrive. */
function start(): void {
  const query = new URLSearchParams(location.search)
  const element = document.body.dataset.element ?? ''
  const root = document.querySelector<HTMLElement>('#element')
  const channelId = query.get('channel')
  const parentOrigin = query.get('parent')
  if (!root || !channelId || !parentOrigin || window.parent === window) return
  const channel = new Channel({ channel: channelId, peer: () => window.parent, peerOrigin: parentOrigin })
  let latest: FrameOptions | undefined
  let update: ((options: FrameOptions) => void) | undefined
  channel.on('options', async payload => {
    const isFirst = latest === undefined
    latest = payload as FrameOptions
    applyLooks(latest)
    if (!isFirst) {
      update?.(latest)
      return
    }
    const container = document.createElement('div')
    root.append(container)
    update = await startElement(element, container, channel, latest)
    update(latest)
    const tellHeight = () => channel.send('resize', { height: root.offsetHeight })
    new ResizeObserver(tellHeight).observe(root)
    reportFocus(channel)
    // Told before `ready`: the page enables its button then, and nothing may move under the payer's finger any more.
    tellHeight()
    channel.send('ready')
  })
  channel.on('blur', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  channel.send('hello')
}

start()
