import { expectOk } from '#lib/demo/expect-ok.ts'
import { newRequestKey } from '#lib/ids.ts'
import { recoverFromContractor } from '#lib/recoveries/recover-from-contractor.ts'
import { figure } from './support/figures.ts'
import type { StripeObject } from './support/local-stripe.ts'
import { anAdmin, anEmployer, anOrder, aVerifiedContractor } from './support/people.ts'
import { accountOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

test('a recovery says why and by which terms; an objection is answered, and what was taken is given back', async ({
  browserOf,
  stripe,
}) => {
  // What tests before this one have cost the platform must not keep it from sending money.
  await stripe.fundPlatform()
  const contractor = await aVerifiedContractor()
  const admin = await anAdmin()
  const { id, title } = await anOrder(await anEmployer('pm_card_bypassPending'), contractor, 'completed')
  const terms = { contractorId: contractor.actor.userId, orderId: id, amount: '20', currency: 'usd' }
  const why = {
    instrument: 'auto',
    reason: 'work_not_as_agreed',
    note: 'The second coat is missing.',
  } as const
  expectOk(
    await recoverFromContractor(admin.actor, { ...terms, ...why, requestKey: newRequestKey() }),
    'recover',
  )
  const page = await browserOf(contractor)

  await test.step('the contractor reads it and objects, once', async () => {
    await page.goto(`/orders/${id}`)
    const taken = page.getByRole('list', { name: 'Taken back' })
    await expect(taken).toContainText('$20.00')
    await expect(taken).toContainText('Work was not as agreed')
    await expect(taken).toContainText('The second coat is missing.')
    await expect(taken).toContainText('our right to debit your balance in the contractor terms, version')
    await taken.getByText('Object to this').click()
    await taken.getByRole('button', { name: 'Send the objection' }).click()
    await expect(taken.getByText('At least 10 characters.')).toBeVisible()
    await taken.getByLabel('What is wrong with it').fill('Both coats are on: see the photographs.')
    await taken.getByRole('button', { name: 'Send the objection' }).dblclick()
    await expect(taken.getByText('Waits for an answer')).toBeVisible()
    await page.goto('/balance/recoveries')
    await expect(page.getByText('Waits for an answer')).toHaveCount(1)
    await expect(page.getByText('Object to this')).toHaveCount(0)
  })

  await test.step('an admin answers, and the money is sent again', async () => {
    const desk = await browserOf(admin)
    await desk.goto('/admin/attention')
    await desk.getByRole('link', { name: '$20.00 taken back' }).click()
    const objection = desk.getByRole('listitem').filter({ hasText: contractor.name })
    await expect(objection).toContainText('Both coats are on: see the photographs.')
    await desk.goto(`/admin/orders/${id}`)
    await desk.getByRole('radio', { name: 'Give it back' }).check()
    await desk.getByRole('textbox', { name: 'Answer' }).fill('You are right, and we are sorry.')
    await desk.getByRole('button', { name: 'Answer' }).dblclick()
    await expect(desk.getByText('Upheld: the money is given back')).toBeVisible()
    await desk.goto('/admin/objections')
    await expect(objection).toHaveCount(0)
    await desk.goto(`/admin/contractors/${contractor.actor.userId}`)
    await expect(desk.getByRole('list', { name: 'Objections' })).toContainText('You are right')
  })

  await test.step('the contractor is told, and the statement has both movements', async () => {
    await page.goto('/notifications')
    await page.getByRole('link', { name: /Your objection is answered/ }).click()
    await expect(page).toHaveURL(/\/balance\/recoveries$/)
    await expect(page.getByText('You are right, and we are sorry.')).toBeVisible()
    const account = await accountOf(stripe, contractor.email)
    await expect(async () => {
      const sent = await stripe.list<StripeObject & { amount: number }>('transfers', { destination: account })
      expect(sent.map(({ amount }) => amount)).toContain(2000)
    }).toPass({ timeout: 60_000 })
    await expect(async () => {
      await page.goto('/balance/statements')
      const back = page.getByRole('row').filter({ hasText: 'A recovery given back' })
      await expect(back).toContainText(title, { timeout: 1000 })
    }).toPass()
    await expect(figure(page, 'Balance so far')).toContainText('$108.00')
  })
})
