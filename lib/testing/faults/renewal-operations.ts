import { arrangeCard } from '../../demo/arrange-employer.ts'
import { newRequestKey } from '../../ids.ts'
import { giveUpRenewal } from '../../payments/give-up-renewal.ts'
import { renewHold } from '../../payments/renew-hold.ts'
import type { Actor } from '../../users/model.ts'
import { newCheckedCard } from '../bank-check.ts'
import { newEmployer, newOrder } from '../marketplace.ts'
import type { Cast, Operation } from './operation.ts'
import { standing } from './order-operations.ts'

type OfRenewal = { actor: Actor; orderId: string; savedCardId: string; requestKey: string }

/** An order whose money is held on a good card, and the card that a new hold is to be put on. */
async function holding(cast: Cast, cardFor?: (employer: Actor) => Promise<string>): Promise<OfRenewal> {
  const employer = cardFor ? await newEmployer() : cast.employer
  const good = cardFor ? await arrangeCard(employer, 'pm_card_visa') : cast.savedCardId
  const orderId = await newOrder({ ...cast, employer, savedCardId: good }, 'delivered')
  const savedCardId = cardFor ? await cardFor(employer) : good
  return { actor: employer, orderId, savedCardId, requestKey: newRequestKey() }
}

const renew: Operation<OfRenewal> = {
  name: 'renew the hold',
  arrange: cast => holding(cast),
  run: ({ actor, ...input }) => renewHold(actor, input),
  state: ({ orderId }) => standing(orderId),
  before: 'delivered: requires_capture',
  after: 'delivered: requires_capture, canceled',
}

const renewDeclined: Operation<OfRenewal> = {
  ...renew,
  name: 'renew the hold on a card that declines',
  arrange: cast => holding(cast, employer => arrangeCard(employer, 'pm_card_chargeCustomerFail')),
  after: 'delivered: canceled, requires_capture',
  isRefused: true,
}

const renewChecked: Operation<OfRenewal> = {
  ...renew,
  name: 'renew the hold on a card that the bank checks',
  arrange: cast => holding(cast, newCheckedCard),
  after: 'delivered: requires_action, requires_capture',
}

/** A renewal that waits for the bank's check. */
const waiting = async (cast: Cast): Promise<OfRenewal> => {
  const input = await holding(cast, newCheckedCard)
  const { actor, ...form } = input
  await renewHold(actor, form)
  return input
}

const giveUp: Operation<OfRenewal> = {
  ...renew,
  name: 'give a renewal up',
  arrange: waiting,
  run: ({ actor, orderId }) => giveUpRenewal(actor, { orderId }),
  before: 'delivered: requires_action, requires_capture',
  after: 'delivered: canceled, requires_capture',
}

export const RENEWAL_OPERATIONS = [renew, renewDeclined, renewChecked, giveUp]
