import { finishCardSetup } from '../cards/finish-card-setup.ts'
import { startCardSetup } from '../cards/start-card-setup.ts'
import { db } from '../db.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { confirmSetupWithTestCard } from '../stripe/test-mode.ts'
import type { Actor } from '../users/model.ts'

/** What the payer does on their bank's page: passes its check of an intent, or fails it. */
export async function answerBank(clientSecret: string, outcome: 'complete' | 'fail'): Promise<void> {
  const response = await fetch(`${process.env.STRIPE_LOCAL_URL}/_browser/challenge`, {
    method: 'POST',
    headers: { authorization: 'Bearer pk_test_local' },
    body: new URLSearchParams({ client_secret: clientSecret, outcome }),
  })
  if (!response.ok) throw new Error(`The bank refused the answer: ${await response.text()}`)
}

/** Saves a card whose bank wants to check the payer at every payment. Returns our id of it. */
export async function newCheckedCard(employer: Actor): Promise<string> {
  const setup = expectOk(
    await startCardSetup(employer, { requestKey: newRequestKey() }),
    'start saving a card',
  )
  const { stripeSetupIntentId } = await db().cardSetup.findUniqueOrThrow({ where: { id: setup.cardSetupId } })
  expectOk(
    await confirmSetupWithTestCard(stripeSetupIntentId ?? '', 'pm_card_authenticationRequired'),
    'confirm a test card',
  )
  await answerBank(setup.clientSecret, 'complete')
  return expectOk(await finishCardSetup(employer, { cardSetupId: setup.cardSetupId }), 'keep a card').id
}
