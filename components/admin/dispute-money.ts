import type { DisputeView } from '#lib/disputes/model.ts'
import type { Words } from '#lib/i18n/words.ts'
import { formatMoney } from '#lib/money.ts'

type Money = Pick<
  DisputeView,
  'currency' | 'amountWithdrawn' | 'fee' | 'amountReinstated' | 'recovery' | 'givenBack'
>

/** What became of the contractor's part of the money that the bank took. */
function contractorWords(t: Words, { currency, recovery, givenBack }: Money): string {
  const sumOf = (amount: bigint) => formatMoney({ amount, currency }, t.locale)
  if (!recovery) return t('disputes.contractorNothing')
  const { status } = recovery
  const sum = sumOf(recovery.amount)
  if (status === 'requested') return t('disputes.contractorRequested', { sum })
  if (status === 'succeeded') return t('disputes.contractorTaken', { sum })
  if (status === 'owed')
    return t('disputes.contractorOwes', { collected: sumOf(recovery.amountCollected), sum })
  if (status === 'failed') return t('disputes.contractorFailed', { sum })
  if (!givenBack) return t('disputes.contractorFree')
  return t(givenBack.status === 'succeeded' ? 'disputes.contractorSent' : 'disputes.contractorToSend', {
    sum: sumOf(givenBack.amount),
  })
}

/** What the bank took, what of it came back, and what Stripe keeps for it. */
function bankWords(t: Words, dispute: Money): string {
  const sumOf = (amount: bigint) => formatMoney({ amount, currency: dispute.currency }, t.locale)
  const sum = sumOf(dispute.amountWithdrawn)
  const back = sumOf(dispute.amountReinstated)
  const fee = sumOf(dispute.fee)
  if (dispute.amountReinstated > 0n)
    return dispute.fee > 0n
      ? t('disputes.reinstatedFee', { sum, back, fee })
      : t('disputes.reinstated', { sum, back })
  return dispute.fee > 0n ? t('disputes.takenFee', { sum, fee }) : t('disputes.taken', { sum })
}

/** What a dispute has done to everybody's money so far, one sentence for each. */
export function disputeMoneyWords(t: Words, dispute: Money): string[] {
  if (dispute.amountWithdrawn === 0n) return [t('disputes.noneTaken')]
  return [bankWords(t, dispute), contractorWords(t, dispute)]
}
