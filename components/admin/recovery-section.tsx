import { FocusOnArrival } from '#components/orders/focus-on-arrival.tsx'
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '#components/ui/card.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { RecoveryPreview } from '#lib/recoveries/model.ts'
import { useWords } from '#words'
import { MoneyMoves } from './money-moves.tsx'
import { type JudgedRecovery, type RecoveryChoice, recoveryMoves } from './recovery-choice.ts'
import { RecoveryChoiceForm } from './recovery-choice-form.tsx'
import { RecoveryConfirm } from './recovery-confirm.tsx'
import { RecoveryLimits } from './recovery-limits.tsx'

/** An order that a recovery can be for: completed, and this contractor's. */
export type RecoverableOrder = { id: string; number: number; title: string }

export type RecoverySectionProps = {
  contractor: { userId: string; displayName: string }
  orders: RecoverableOrder[]
  choice: RecoveryChoice
  limits: RecoveryPreview
  /** Null before the admin has asked to see what moves. */
  judged: JudgedRecovery | null
  requestKey: string
  action: FormAction
}

/** Taking money back from a contractor, in two steps: the choice, then who gains and loses, to be confirmed. */
export function RecoverySection(props: RecoverySectionProps) {
  const t = useWords()
  const { contractor, limits, choice, judged } = props
  return (
    <Card id="recover" className="scroll-mt-20">
      <CardHeader>
        <CardTitle>{t('moves.recoverTitle')}</CardTitle>
        <CardDescription>{t('moves.recoverAbout', { name: contractor.displayName })} </CardDescription>
      </CardHeader>
      <CardContent className="grid grid-cols-1 gap-6">
        <RecoveryLimits limits={limits} hasOrder={choice.orderId !== null} />
        <RecoveryChoiceForm {...props} />
        {judged?.ok ? (
          <div className="grid grid-cols-1 gap-4 border-t pt-6">
            <FocusOnArrival key={JSON.stringify(choice)} className="font-semibold text-base">
              {t('moves.recoverMovesTitle')}
            </FocusOnArrival>
            <MoneyMoves
              caption={t('moves.recoverMovesCaption')}
              moves={recoveryMoves(t, judged, limits, contractor.displayName)}
              currency={limits.currency}
            />
            <RecoveryConfirm {...props} judged={judged} />
          </div>
        ) : null}
      </CardContent>
    </Card>
  )
}
