import { db } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import { retrievePlatformAccount } from '../stripe/platform.ts'

/**
 * At start: is this database's Stripe still the one that the key belongs to? The first key of a mode is remembered; a key
 * of another account would make every stored id point nowhere ("No such customer"), so it is refused with a sentence.
 */
export async function confirmPlatform(): Promise<Result<void, string>> {
  const { livemode, mode } = env().stripe
  const account = await retrievePlatformAccount()
  if (!account.ok) {
    const isKey = account.error.kind === 'unavailable'
    return fail(
      isKey
        ? 'Stripe does not accept STRIPE_SECRET_KEY: copy it again from the Stripe dashboard.'
        : 'Stripe cannot be reached: check the network, then start again.',
    )
  }
  const { accountId, country } = account.value
  const known = await db().stripePlatform.upsert({
    where: { livemode },
    create: { livemode, accountId, country },
    update: {},
  })
  if (known.accountId === accountId) {
    await db().stripePlatform.update({ where: { livemode }, data: { country } })
    return ok()
  }
  return fail(
    `This database holds ${livemode ? 'live' : 'test'} objects of Stripe account ${known.accountId}, but ` +
      `${mode === 'local' ? 'the local Stripe is' : 'STRIPE_SECRET_KEY belongs to'} ${accountId}: ` +
      'use the key of that account, or another database.',
  )
}
