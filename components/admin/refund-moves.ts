import type { Words } from '#lib/i18n/words.ts'
import { formatMoney } from '#lib/money.ts'
import type { RefundPreview } from '#lib/refunds/model.ts'
import type { MoneyMove } from './money-moves.tsx'

type Parties = { employer: string; contractor: string }

/** A refund's preview as lines: each party with what it gains or loses and the reason. */
export function refundMoves(
  t: Words,
  preview: RefundPreview,
  { employer, contractor }: Parties,
): MoneyMove[] {
  const { currency, amount, commissionReturned } = preview
  const sumOf = (minor: bigint) => formatMoney({ amount: minor, currency }, t.locale)
  const reversed = commissionReturned - preview.contractor
  const [sum, commission] = [sumOf(reversed), sumOf(commissionReturned)]
  const returned = commissionReturned > 0n
  const ofContractor = returned
    ? t('moves.reversedWithCommission', { sum, commission })
    : t('moves.reversed', { sum })
  const ofPlatform = t(returned ? 'moves.platformGivesCommission' : 'moves.platformKeepsCommission')
  return [
    {
      who: t('moves.partyEmployer', { name: employer }),
      amount: preview.employer,
      why: t('moves.backOnCard'),
    },
    {
      who: t('console.partyContractor', { name: contractor }),
      amount: preview.contractor,
      why: reversed === 0n ? t('moves.shareKept') : ofContractor,
    },
    {
      who: 'Holdfast',
      amount: preview.platform,
      why: reversed === 0n ? t('moves.platformPaysAll', { sum: sumOf(amount) }) : ofPlatform,
    },
  ]
}
