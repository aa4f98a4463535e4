import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, test } from 'vitest'
import { db } from '../../db.ts'
import { arrangeCard } from '../../demo/arrange-employer.ts'
import { syncDispute } from '../../disputes/sync-dispute.ts'
import { newRequestKey } from '../../ids.ts'
import { answerDispute, disputeStanding, newDispute } from '../disputes.ts'
import { startLocalStripe } from '../local-stripe.ts'
import { newEmployer } from '../marketplace.ts'
import { fundPlatform } from '../other-business.ts'
import { AFTERMATH_OPERATIONS } from './aftermath-operations.ts'
import { MONEY_OPERATIONS } from './money-operations.ts'
import { endRaces, nameOf, pressAll, repeat, rounds } from './racing.ts'
import { recover } from './recover.ts'
import { newCast } from './scenario.ts'

const REFUND = nameOf(MONEY_OPERATIONS, 0)
const DISPUTE = nameOf(AFTERMATH_OPERATIONS, 2)

beforeAll(() => startLocalStripe())
afterAll(endRaces)

test('a refund and a dispute of the same money have one winner', { timeout: 900_000 }, async () => {
  const cast = await newCast()
  const employer = await newEmployer()
  const savedCardId = await arrangeCard(employer, 'pm_card_createDisputeInquiry')
  let turn = 0
  let tookMs = 0
  await repeat(
    'refund against dispute',
    rounds(200),
    /^(10000 refunded; warning_closed: 0 out, 0 in; untouched|0 refunded; needs_response: 10000 out, 0 in; succeeded 9000 of 9000)$/,
    async () => {
      await fundPlatform()
      const { paymentId, disputeId } = await newDispute({ ...cast, employer, savedCardId })
      const choice = { reverseTransfer: true, refundCommission: true, reason: 'fraudulent', note: '' }
      const refund = { paymentId, requestKey: newRequestKey(), amount: '100', ...choice }
      // The bank is not content with an answer to its inquiry, and takes the money: sooner or later than the refund.
      const pauseMs = (tookMs * (turn++ % 4)) / 3
      const startedAt = performance.now()
      const escalation = sleep(pauseMs)
        .then(() => answerDispute(disputeId, 'escalate_inquiry_evidence'))
        .catch(() => null)
      const presses = [
        { operation: DISPUTE, input: { disputeId } },
        { operation: REFUND, input: { actor: cast.admin, input: refund } },
        { operation: DISPUTE, input: { disputeId } },
      ]
      await pressAll(presses)
      tookMs = performance.now() - startedAt
      await escalation
      await syncDispute(disputeId)
      await recover()
      const made = await db().refund.findMany({ where: { paymentId, status: 'succeeded' } })
      const refunded = made.reduce((sum, { amount }) => sum + amount, 0n)
      return `${refunded} refunded; ${await disputeStanding(disputeId)}`
    },
  )
})
