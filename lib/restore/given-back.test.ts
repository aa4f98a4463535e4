import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { answerObjection } from '../objections/answer-objection.ts'
import { objectToRecovery } from '../objections/object-to-recovery.ts'
import { recoverFromContractor } from '../recoveries/recover-from-contractor.ts'
import { dropBackup, putBack, takeBackup } from '../testing/backup.ts'
import type { Cast } from '../testing/faults/operation.ts'
import { recover } from '../testing/faults/recover.ts'
import { newCast } from '../testing/faults/scenario.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newOrder } from '../testing/marketplace.ts'
import { fundPlatform } from '../testing/other-business.ts'
import { Report } from './report.ts'
import { restoreMoney } from './restore-money.ts'

let cast: Cast
beforeAll(async () => {
  await startLocalStripe()
  cast = await newCast()
})
afterAll(dropBackup)

const given = (recoveryId: string) =>
  db().recovery.findUniqueOrThrow({
    where: { id: recoveryId },
    include: { retransfer: true, objection: true },
  })

test('what an upheld objection gave back is known to be given back although the answer is lost, and is not given twice', async () => {
  const orderId = await newOrder(cast, 'completed')
  const terms = { contractorId: cast.contractor.userId, orderId, amount: '25', currency: 'usd', note: '' }
  const how = { instrument: 'transfer_reversal', reason: 'fee_correction' } as const
  const form = { ...terms, ...how, requestKey: newRequestKey() }
  const { recoveryId } = expectOk(await recoverFromContractor(cast.admin, form), 'recover')
  const text = 'The fee was right as it was.'
  const objection = { recoveryId, text, requestKey: newRequestKey() }
  const { objectionId } = expectOk(await objectToRecovery(cast.contractor, objection), 'object')
  await fundPlatform()
  const since = await takeBackup()
  const answer = { objectionId, decision: 'upheld', answer: 'You are right: it was.' } as const
  expectOk(await answerObjection(cast.admin, answer), 'uphold')
  await recover()
  expect(await given(recoveryId)).toMatchObject({ status: 'returned', retransfer: { status: 'succeeded' } })
  await putBack()
  expect(await given(recoveryId)).toMatchObject({ status: 'succeeded', retransfer: null })
  expectOk(await restoreMoney(new Report(), since), 'restore')
  expect(await given(recoveryId)).toMatchObject({
    status: 'returned',
    retransfer: { status: 'succeeded', amount: 2500n },
    objection: { status: 'open' },
  })
  expectOk(await answerObjection(cast.admin, answer), 'answer again')
  await recover()
  expect(await db().retransfer.count({ where: { recoveryId } })).toBe(1)
  await expectInvariants()
  await expectLedgerIsStripe()
})
