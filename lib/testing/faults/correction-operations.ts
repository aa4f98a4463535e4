import { correct } from '../../corrections/correct.ts'
import { correctInput } from '../../corrections/model.ts'
import { db } from '../../db.ts'
import { newId } from '../../ids.ts'
import { PROPOSALS } from '../../reconciliation/model.ts'
import { listMovementsOf } from '../../stripe/balance-transactions.ts'
import type { Actor } from '../../users/model.ts'
import { doAtStripe } from './at-stripe.ts'
import type { Operation } from './operation.ts'

type Wish = { discrepancyId: string; ledgerAmount: string; stripeAmount: string; reason: string }

const CHARGE = {
  ...{ amount: '100', currency: 'usd', confirm: 'true', payment_method: 'pm_card_visa' },
  'automatic_payment_methods[enabled]': 'true',
  'automatic_payment_methods[allow_redirects]': 'never',
}

/** A dollar that came to the platform past us, as reconciliation finds it. */
async function unknownCharge(): Promise<Wish> {
  const { latest_charge: subject } = await doAtStripe<{ latest_charge: string }>('payment_intents', CHARGE)
  const moved = await listMovementsOf(subject)
  const stripeAmount = moved.ok ? moved.value.reduce((sum, { amount, fee }) => sum + amount - fee, 0n) : 0n
  const id = newId('dsc')
  const kind = 'missing_in_ledger'
  const sides = { ledgerAmount: 0n, stripeAmount, currency: 'usd', proposal: PROPOSALS[kind] }
  await db().discrepancy.create({ data: { id, livemode: false, kind, subject, ...sides } })
  return { discrepancyId: id, ledgerAmount: '0', stripeAmount: String(stripeAmount), reason: 'By hand.' }
}

const post: Operation<{ actor: Actor; wish: Wish }> = {
  name: 'post a difference from Stripe',
  arrange: async cast => ({ actor: cast.admin, wish: await unknownCharge() }),
  run: ({ actor, wish }) => correct(actor, correctInput.parse(wish)),
  state: async ({ wish: { discrepancyId: id } }) => {
    const row = await db().discrepancy.findUniqueOrThrow({ where: { id }, include: { corrections: true } })
    const ids = row.corrections.map(one => one.id)
    const posted = await db().ledgerTransaction.count({ where: { sourceId: { in: ids } } })
    const audited = await db().auditEvent.count({ where: { subjectId: { in: ids } } })
    return `${row.resolvedAt ? 'closed' : 'open'}, ${ids.length} asked, ${posted} posted, ${audited} audited`
  },
  before: 'open, 0 asked, 0 posted, 0 audited',
  after: 'closed, 1 asked, 1 posted, 1 audited',
}

export const CORRECTION_OPERATIONS = [post]
