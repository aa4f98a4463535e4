'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#lib/action.ts'
import { acceptOffer } from '#lib/offers/accept-offer.ts'
import { declineOffer } from '#lib/offers/decline-offer.ts'
import { makeOffer } from '#lib/offers/make-offer.ts'
import {
  acceptOfferInput,
  makeOfferInput,
  OFFER_ERRORS,
  offerInput,
  requestOfferInput,
} from '#lib/offers/model.ts'
import { reopenOffer } from '#lib/offers/reopen-offer.ts'
import { requestOffer } from '#lib/offers/request-offer.ts'

export const requestOfferAction = defineAction({
  schema: requestOfferInput,
  role: 'EMPLOYER',
  verified: true,
  once: 'own-row',
  errors: OFFER_ERRORS,
  run: requestOffer,
  done: ({ offerId }) => redirect(`/offers/${offerId}`),
})

export const makeOfferAction = defineAction({
  schema: makeOfferInput,
  role: 'CONTRACTOR',
  verified: true,
  once: { form: 'offers.make' },
  errors: OFFER_ERRORS,
  run: makeOffer,
  done: ({ offerId }) => {
    revalidatePath(`/offers/${offerId}`)
    return 'work.theEmployerHasYourOffer'
  },
})

export const declineOfferAction = defineAction({
  schema: offerInput,
  role: ['EMPLOYER', 'CONTRACTOR'],
  once: 'repeatable',
  errors: OFFER_ERRORS,
  run: declineOffer,
  done: ({ offerId }) => redirect(`/offers/${offerId}?done=declined`),
})

export const reopenOfferAction = defineAction({
  schema: offerInput,
  role: ['EMPLOYER', 'CONTRACTOR'],
  once: 'repeatable',
  errors: OFFER_ERRORS,
  run: reopenOffer,
  done: ({ offerId }) => redirect(`/offers/${offerId}?done=reopened`),
})

export const acceptOfferAction = defineAction({
  schema: acceptOfferInput,
  role: 'EMPLOYER',
  verified: true,
  once: 'own-row',
  errors: OFFER_ERRORS,
  run: acceptOffer,
  done: ({ orderId }) => redirect(`/orders/${orderId}/checkout`),
})
