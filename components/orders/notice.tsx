import { Alert } from '#components/ui/alert.tsx'
import { UndoNotice } from '#components/ui/undo-notice.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { OrderStatus } from '#lib/orders/model.ts'
import { useWords } from '#words'

type Words = { tone: 'success' | 'info'; text: string; holdsFor: readonly OrderStatus[] }

const ANY: readonly OrderStatus[] = ['placed', 'held', 'delivered', 'approved', 'completed', 'canceled']

/** What an action that ended on the order's page says there, by the key in the address. Said only while it is still true. */
const NOTICES: Record<string, Words> = {
  held: { tone: 'success', text: 'orders.theMoneyIsHeldOn', holdsFor: ['held'] },
  processing: {
    tone: 'info',
    text: 'orders.stripeHasNotAnsweredYet',
    holdsFor: ['placed'],
  },
  renewed: {
    tone: 'success',
    text: 'orders.theNewHoldIsOn',
    holdsFor: ['held', 'delivered'],
  },
  renewing: {
    tone: 'info',
    text: 'orders.stripeHasNotAnsweredYetThe',
    holdsFor: ['held', 'delivered'],
  },
  kept: {
    tone: 'success',
    text: 'orders.noNewHoldWasPut',
    holdsFor: ['held', 'delivered'],
  },
  'already-held': {
    tone: 'info',
    text: 'orders.thisOrderWasAlreadyPaid',
    holdsFor: ['held', 'delivered', 'approved', 'completed'],
  },
  approved: {
    tone: 'success',
    text: 'orders.youApprovedTheWorkWhat',
    holdsFor: ['approved', 'completed'],
  },
  changes: {
    tone: 'success',
    text: 'orders.theContractorSeesWhatTo',
    holdsFor: ['held'],
  },
  delivered: {
    tone: 'success',
    text: 'orders.deliveredTheEmployerCanNow',
    holdsFor: ['delivered'],
  },
  'not-taken-back': { tone: 'info', text: 'undo.tooLateToTakeBack', holdsFor: ANY },
  'taken-back': { tone: 'success', text: 'undo.tookBackDelivery', holdsFor: ['held'] },
  canceled: {
    tone: 'success',
    text: 'orders.theOrderIsCanceledNothing',
    holdsFor: ['canceled'],
  },
  disagreed: {
    tone: 'success',
    text: 'orders.weHaveBeenToldAnd',
    holdsFor: ANY,
  },
  agreed: { tone: 'success', text: 'orders.theDisagreementIsTakenBack', holdsFor: ANY },
  settled: { tone: 'success', text: 'orders.decidedBothPartiesHaveBeen', holdsFor: ANY },
  moved: {
    tone: 'info',
    text: 'orders.theOrderHadMovedOn',
    holdsFor: ANY,
  },
}

type Props = {
  done: string | undefined
  status: OrderStatus
  /** What takes back what was done, by its key, where that can be taken back. */
  undo?: { of: string; action: FormAction; hidden: Record<string, string> } | null
}

export function Notice({ done, status, undo }: Props) {
  const t = useWords()
  const words = done && Object.hasOwn(NOTICES, done) ? NOTICES[done] : undefined
  if (!words?.holdsFor.includes(status)) return null
  if (undo && undo.of === done) {
    return (
      <UndoNotice action={undo.action} hidden={undo.hidden}>
        {t.say(words.text)}
      </UndoNotice>
    )
  }
  return (
    <Alert tone={words.tone} role="status" className="mb-6">
      {t.say(words.text)}
    </Alert>
  )
}
