import type { ApprovalView } from '#lib/approvals/model.ts'
import type { Words } from '#lib/i18n/words.ts'
import { INSTRUMENT_WORDS } from '#lib/recoveries/model.ts'
import { personName } from '#lib/users/person-name-model.ts'
import type { MoneyMove } from './money-moves.tsx'
import { refundMoves } from './refund-moves.ts'

/** Who gains and who loses by what is asked for, as it was shown to whoever asked. */
export function approvalMoves(approval: ApprovalView, t: Words): MoneyMove[] {
  const { employerName: employer, contractor } = approval
  if (approval.kind === 'refund')
    return refundMoves(t, approval.facts, {
      employer: personName(t, employer),
      contractor: personName(t, contractor.displayName),
    })
  const { amount, instrument } = approval.facts
  return [
    {
      who: t('console.partyContractor', { name: personName(t, contractor.displayName) }),
      amount: -amount,
      why: t('moves.howAlone', { how: t(INSTRUMENT_WORDS[instrument]) }),
    },
    { who: 'Holdfast', amount, why: t('console.intoBalance') },
  ]
}
