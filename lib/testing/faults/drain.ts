import { db } from '../../db.ts'
import { arrangeOrder } from '../../demo/arrange-order.ts'
import { expectOk } from '../../demo/expect-ok.ts'
import { newRequestKey } from '../../ids.ts'
import { TASKS } from '../../jobs/tasks.ts'
import { requestPayout } from '../../payouts/request-payout.ts'
import { listDebts } from '../../recoveries/queries.ts'
import { retrieveBalance } from '../../stripe/balance.ts'
import type { Actor } from '../../users/model.ts'
import { advanceClock } from '../marketplace.ts'
import { decimal } from './buttons.ts'
import { emptyQueue, leaveMails } from './recover.ts'
import { standingOf } from './sight.ts'
import type { World } from './world.ts'

const WORK = { title: 'Work to get out of debt', description: 'As agreed between us.' }

async function availableTo(contractor: Actor): Promise<bigint> {
  const account = await db().connectedAccount.findFirstOrThrow({ where: { userId: contractor.userId } })
  const lines = expectOk(await retrieveBalance(account.stripeAccountId ?? ''), 'read a balance')
  return lines.find(({ currency }) => currency === 'usd')?.available ?? 0n
}

/** So little that it makes nobody rich. */
const LITTLE = 2000n

/** Has a contractor earn what they owe, and then pay out all that they have. */
export async function drain({ payers }: World, contractor: Actor): Promise<void> {
  const isOwing = (await listDebts(contractor, contractor.userId)).length > 0
  if (!isOwing && (await standingOf(contractor)) <= LITTLE) return
  await advanceClock(72 * 3600)
  const standing = await standingOf(contractor)
  const isShort = standing < 100n
  if (isShort) {
    const amount = 200n + ((100n - standing) * 10n) / 9n
    await arrangeOrder({ ...payers.instant, contractor }, { ...WORK, amount }, 'completed')
  }
  await TASKS['collect-receivables']({})
  // Nothing goes wrong here, so that there is nothing for the completer.
  await leaveMails()
  await emptyQueue()
  // A debt that is too small to be debited stays, and its amount with it.
  const [debt] = await listDebts(contractor, contractor.userId)
  const amount = (await availableTo(contractor)) - (debt?.amount ?? 0n)
  if (amount > 0n)
    expectOk(
      await requestPayout(contractor, {
        requestKey: newRequestKey(),
        amount: decimal(amount),
        currency: 'usd',
      }),
      'pay out the rest',
    )
}
