import { formatMoney } from '#lib/money.ts'
import type { RefundPreview } from '#lib/refunds/model.ts'
import type { MoneyMove } from './money-moves.tsx'

type Parties = { employer: string; contractor: string }

/** A refund's preview as lines: each party with what it gains or loses and the reason. */
export function refundMoves(preview: RefundPreview, { employer, contractor }: Parties): MoneyMove[] {
  const { currency, amount, commissionReturned } = preview
  const sum = (minor: bigint) => formatMoney({ amount: minor, currency })
  const reversed = commissionReturned - preview.contractor
  return [
    { who: `${employer} (employer)`, amount: preview.employer, why: 'Back on the card that paid.' },
    {
      who: `${contractor} (contractor)`,
      amount: preview.contractor,
      why:
        reversed === 0n
          ? 'The transfer is not reversed: the contractor keeps their share.'
          : `${sum(reversed)} of the transfer is reversed${commissionReturned > 0n ? `, ${sum(commissionReturned)} of commission is returned` : ''}.`,
    },
    {
      who: 'Holdfast',
      amount: preview.platform,
      why:
        reversed === 0n
          ? `The whole ${sum(amount)} comes from Holdfast’s balance. Stripe keeps its processing fee.`
          : `${commissionReturned > 0n ? 'Gives the commission back.' : 'Keeps the commission.'} Stripe keeps its processing fee.`,
    },
  ]
}
