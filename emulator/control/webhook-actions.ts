import { replay } from '../events/replay.ts'
import type { DeliveryTricks } from '../events/tricks.ts'
import type { Actions } from './controlled.ts'
import { flag, refuseUnknown, type Sent, textOf, wholeNumber, wholeNumberOr } from './sent.ts'

/** `/_control/webhooks`: how events travel. */
export const webhookActions: Actions = {
  'GET /_control/webhooks': ({ delivery }) => ({ ...delivery.tricks.now, ...delivery.pending() }),
  'POST /_control/webhooks': ({ delivery }, sent) => {
    delivery.tricks.set(tricksOf(sent))
    delivery.poke()
    return delivery.tricks.now
  },
  'POST /_control/webhooks/flush': async ({ delivery }, sent) => {
    await delivery.flush(wholeNumberOr(sent, 'timeoutMs', 10_000))
    return { ...delivery.counts, ...delivery.pending() }
  },
  'POST /_control/webhooks/replay': async ({ engine }, sent) => {
    refuseUnknown(sent, ['event', 'from', 'to', 'endpoint', 'copy', 'delay'])
    const wish = {
      event: textOf(sent, 'event'),
      from: textOf(sent, 'from'),
      to: textOf(sent, 'to'),
      endpoint: textOf(sent, 'endpoint'),
      copy: sent.copy !== undefined && flag(sent, 'copy'),
      delay: wholeNumberOr(sent, 'delay', 0),
    }
    return { deliveries: await replay(engine, wish) }
  },
}

function tricksOf(sent: Sent): Partial<DeliveryTricks> {
  refuseUnknown(sent, ['duplicate', 'drop', 'paused', 'reverse', 'shuffle', 'delay'])
  const wish: Partial<DeliveryTricks> = {}
  if (sent.duplicate !== undefined) wish.duplicate = wholeNumber(sent, 'duplicate')
  if (sent.drop !== undefined) wish.drop = wholeNumber(sent, 'drop')
  if (sent.paused !== undefined) wish.paused = flag(sent, 'paused')
  if (sent.reverse !== undefined) wish.reverse = flag(sent, 'reverse')
  if (sent.delay !== undefined) wish.delay = wholeNumber(sent, 'delay')
  if (sent.shuffle !== undefined) wish.shuffle = sent.shuffle === null ? null : wholeNumber(sent, 'shuffle')
  return wish
}
