import { Alert } from '#components/ui/alert.tsx'
import type { OrderStatus } from '#lib/orders/model.ts'

type Words = { tone: 'success' | 'info'; text: string; holdsFor: readonly OrderStatus[] }

const ANY: readonly OrderStatus[] = ['placed', 'held', 'delivered', 'approved', 'completed', 'canceled']

/** What an action that ended on the order's page says there, by the key in the address. Said only while it is still true. */
const NOTICES: Record<string, Words> = {
  held: { tone: 'success', text: 'The money is held on your card. Nothing was taken.', holdsFor: ['held'] },
  processing: {
    tone: 'info',
    text: 'Stripe has not answered yet. Do not pay again: this page shows the outcome by itself.',
    holdsFor: ['placed'],
  },
  renewed: {
    tone: 'success',
    text: 'The new hold is on your card, and the one before it is let go. Nothing was taken.',
    holdsFor: ['held', 'delivered'],
  },
  renewing: {
    tone: 'info',
    text: 'Stripe has not answered yet. The hold that you have stands; this page shows the outcome by itself.',
    holdsFor: ['held', 'delivered'],
  },
  kept: {
    tone: 'success',
    text: 'No new hold was put on. The hold that you have stands as it was.',
    holdsFor: ['held', 'delivered'],
  },
  'already-held': {
    tone: 'info',
    text: 'This order was already paid for, so nothing was held twice.',
    holdsFor: ['held', 'delivered', 'approved', 'completed'],
  },
  approved: {
    tone: 'success',
    text: 'You approved the work. What is taken from the hold is shown below.',
    holdsFor: ['approved', 'completed'],
  },
  changes: {
    tone: 'success',
    text: 'The contractor sees what to change. The hold stands.',
    holdsFor: ['held'],
  },
  delivered: {
    tone: 'success',
    text: 'Delivered. The employer can now approve the work.',
    holdsFor: ['delivered'],
  },
  canceled: {
    tone: 'success',
    text: 'The order is canceled. Nothing was taken from the card.',
    holdsFor: ['canceled'],
  },
  disagreed: {
    tone: 'success',
    text: 'We have been told, and so has the other party. Both of you hear of the decision.',
    holdsFor: ANY,
  },
  agreed: { tone: 'success', text: 'The disagreement is taken back. The order goes on.', holdsFor: ANY },
  settled: { tone: 'success', text: 'Decided. Both parties have been told.', holdsFor: ANY },
  moved: {
    tone: 'info',
    text: 'The order had moved on before your step arrived, so nothing was done. This is where it stands.',
    holdsFor: ANY,
  },
}

export function Notice({ done, status }: { done: string | undefined; status: OrderStatus }) {
  const words = done && Object.hasOwn(NOTICES, done) ? NOTICES[done] : undefined
  if (!words?.holdsFor.includes(status)) return null
  return (
    <Alert tone={words.tone} role="status" className="mb-6">
      {words.text}
    </Alert>
  )
}
