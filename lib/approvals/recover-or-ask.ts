import { db } from '../db.ts'
import { fromDecimal } from '../money.ts'
import { agreeTerms } from '../recoveries/agree-terms.ts'
import type { RecoverFromContractorInput, RecoveryErrorCode } from '../recoveries/model.ts'
import { recoverFromContractor } from '../recoveries/recover-from-contractor.ts'
import { ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { asFacts, ask, findAsked } from './ask.ts'

type Done = { recoveryId: string } | { approvalId: string }

/** Recovers what the admin may recover alone; of more than that a second admin is asked, with the terms as they are agreed now. */
export async function recoverOrAsk(
  actor: Actor,
  input: RecoverFromContractorInput,
): Promise<Result<Done, RecoveryErrorCode>> {
  const { requestKey, contractorId, orderId } = input
  const typed = fromDecimal(input.amount, input.currency)?.amount
  const before = await findAsked(actor, { requestKey, amount: typed })
  if (before) return before
  const done = await recoverFromContractor(actor, input)
  if (done.ok || done.error !== 'needs_second') return done
  const agreed = await agreeTerms(actor, input)
  if (!agreed.ok) return agreed
  const { requestKey: _, ...form } = input
  const { amount, currency, instrument, reversible } = agreed.value
  const order = orderId && (await db().order.findFirst({ where: { id: orderId, contractorId } }))
  const of = { orderId: order ? order.id : null, contractorId }
  const about = { kind: 'recovery', requestKey, ...of, amount, currency } as const
  const facts = asFacts({ amount, instrument, reversible })
  const asked = await ask(actor, { ...about, input: { ...form, instrument }, facts })
  return asked.ok ? ok(asked.value) : asked
}
