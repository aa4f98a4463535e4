import type { DisputeView } from '#lib/disputes/model.ts'
import { formatMoney } from '#lib/money.ts'

type Money = Pick<
  DisputeView,
  'currency' | 'amountWithdrawn' | 'fee' | 'amountReinstated' | 'recovery' | 'givenBack'
>

/** What became of the contractor's part of the money that the bank took. */
function contractorWords({ currency, recovery, givenBack }: Money): string {
  const sum = (amount: bigint) => formatMoney({ amount, currency })
  if (!recovery) return 'Nothing was taken back from the contractor.'
  const { amount, amountCollected, status } = recovery
  if (status === 'requested') return `${sum(amount)} is being taken back from the contractor.`
  if (status === 'succeeded') return `${sum(amount)} was taken back from the contractor.`
  if (status === 'owed')
    return `${sum(amountCollected)} of ${sum(amount)} was taken back from the contractor; they owe the rest.`
  if (status === 'failed') return `${sum(amount)} could not be taken back from the contractor.`
  if (!givenBack) return 'The contractor does not owe anything for it any more.'
  return givenBack.status === 'succeeded'
    ? `${sum(givenBack.amount)} was sent to the contractor again.`
    : `${sum(givenBack.amount)} is to be sent to the contractor again, as soon as Holdfast’s available balance allows it.`
}

/** What a dispute has done to everybody's money so far, one sentence for each. */
export function disputeMoneyWords(dispute: Money): string[] {
  const { currency, amountWithdrawn, fee, amountReinstated } = dispute
  const sum = (amount: bigint) => formatMoney({ amount, currency })
  if (amountWithdrawn === 0n) return ['No money was taken.']
  const feeWords = fee > 0n ? `, and Stripe keeps a fee of ${sum(fee)}` : ''
  return [
    amountReinstated > 0n
      ? `The bank took ${sum(amountWithdrawn)} from Holdfast and gave ${sum(amountReinstated)} back${feeWords}.`
      : `The bank took ${sum(amountWithdrawn)} from Holdfast${feeWords}.`,
    contractorWords(dispute),
  ]
}
