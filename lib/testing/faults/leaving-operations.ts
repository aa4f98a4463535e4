import { deleteCustomer } from '../../cards/delete-customer.ts'
import { db } from '../../db.ts'
import { arrangeCard } from '../../demo/arrange-employer.ts'
import { expectOk } from '../../demo/expect-ok.ts'
import { newRequestKey } from '../../ids.ts'
import { deleteAccount } from '../../leaving/delete-account.ts'
import { newEmployer } from '../marketplace.ts'
import { atStripe, type Listed } from './at-stripe.ts'
import type { Operation } from './operation.ts'

const PASSWORD = 'correct horse battery staple'

const deleteLeft: Operation<{ customerRowId: string; email: string }> = {
  name: 'delete the Customer of who has left',
  arrange: async () => {
    const actor = await newEmployer()
    await arrangeCard(actor, 'pm_card_visa')
    const { email } = await db().user.findUniqueOrThrow({ where: { id: actor.userId } })
    const { id } = await db().customer.findFirstOrThrow({ where: { userId: actor.userId } })
    const form = { requestKey: newRequestKey(), password: PASSWORD, sure: 'on' } as const
    expectOk(await deleteAccount(actor, form), 'leave')
    return { customerRowId: id, email }
  },
  run: ({ customerRowId }) => deleteCustomer(customerRowId),
  state: async ({ customerRowId, email }) => {
    const row = await db().customer.findUniqueOrThrow({ where: { id: customerRowId } })
    const { data } = await atStripe<Listed<object>>(`customers?email=${encodeURIComponent(email)}`)
    return `${row.goneAt ? 'known to be gone' : 'to be deleted'}, ${data.length} at Stripe`
  },
  before: 'to be deleted, 1 at Stripe',
  after: 'known to be gone, 0 at Stripe',
  isJob: true,
}

export const LEAVING_OPERATIONS = [deleteLeft]
