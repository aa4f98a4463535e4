import { notFound } from 'next/navigation'
import { type Currency, isCurrency } from '#lib/currencies.ts'
import { listPayableContractors } from '#lib/onboarding/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'

type Params = Promise<{ contractorId: string }>

/** The contractor of an employer's page, who can be paid now and in which currency; or the page is not there. */
export async function requireContractor(params: Params) {
  const actor = await requireActor('EMPLOYER')
  const { contractorId } = await params
  const [contractor] = await listPayableContractors(actor, { userId: contractorId })
  if (!contractor || !isCurrency(contractor.currency)) notFound()
  const currency: Currency = contractor.currency
  return { ...contractor, contractorId, currency }
}
