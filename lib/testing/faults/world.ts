import { db } from '../../db.ts'
import { arrangeCard } from '../../demo/arrange-employer.ts'
import { arrangeOrder } from '../../demo/arrange-order.ts'
import type { TestCard } from '../../stripe/test-mode.ts'
import type { Actor } from '../../users/model.ts'
import { newAdmin, newContractor, newEmployer } from '../marketplace.ts'
import { beginAnew } from './begin-anew.ts'
import type { CardKind } from './books.ts'
import { watchLines } from './errand.ts'

// A small marketplace that hundreds of lives share, one after the other, and that is then made anew: in what
// grows, looking at everything would take longer and longer.

export type Payer = { employer: Actor; savedCardId: string }
export type World = { payers: Record<CardKind, Payer>; rich: Actor; poor: Actor; admin: Actor }

async function newPayer(card: TestCard): Promise<Payer> {
  const employer = await newEmployer()
  return { employer, savedCardId: await arrangeCard(employer, card) }
}

const LARGE = { title: 'A large piece of work', description: 'As agreed between us.', amount: 90_000_000n }

/** Makes a world with nothing in it but the people, a contractor of whom has plenty of money, as the platform has. */
export async function newWorld(): Promise<World> {
  await beginAnew()
  watchLines()
  const payers = {
    instant: await newPayer('pm_card_bypassPending'),
    visa: await newPayer('pm_card_visa'),
    disputing: await newPayer('pm_card_createDispute'),
    failing: await newPayer('pm_card_refundFail'),
  }
  const world = { payers, rich: await newContractor(), poor: await newContractor(), admin: await newAdmin() }
  await arrangeOrder({ ...payers.instant, contractor: world.rich }, LARGE, 'completed')
  await db().rateLimit.deleteMany()
  return world
}
