'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#lib/action.ts'
import { createListing } from '#lib/catalogue/create-listing.ts'
import { editListing } from '#lib/catalogue/edit-listing.ts'
import { createListingInput, editListingInput, LISTING_ERRORS, listingInput } from '#lib/catalogue/model.ts'
import { publishListing } from '#lib/catalogue/publish-listing.ts'
import { unpublishListing } from '#lib/catalogue/unpublish-listing.ts'

const refresh = (listingId: string, message: string) => {
  revalidatePath(`/listings/own/${listingId}`)
  return message
}

export const createListingAction = defineAction({
  schema: createListingInput,
  role: 'CONTRACTOR',
  once: 'own-row',
  errors: LISTING_ERRORS,
  run: createListing,
  done: ({ listingId }) => redirect(`/listings/own/${listingId}`),
})

export const editListingAction = defineAction({
  schema: editListingInput,
  role: 'CONTRACTOR',
  once: 'repeatable',
  errors: LISTING_ERRORS,
  run: editListing,
  done: ({ listingId }) => refresh(listingId, 'work.changesSaved'),
})

export const publishListingAction = defineAction({
  schema: listingInput,
  role: 'CONTRACTOR',
  verified: true,
  once: 'repeatable',
  errors: LISTING_ERRORS,
  run: publishListing,
  done: ({ listingId }) => refresh(listingId, 'work.listingPublished'),
})

export const unpublishListingAction = defineAction({
  schema: listingInput,
  role: 'CONTRACTOR',
  once: 'repeatable',
  errors: LISTING_ERRORS,
  run: unpublishListing,
  done: ({ listingId }) => redirect(`/listings/own/${listingId}?done=unpublished`),
})

/** Publishes again what was just taken out of the catalogue. */
export const undoUnpublishAction = defineAction({
  schema: listingInput,
  role: 'CONTRACTOR',
  verified: true,
  once: 'repeatable',
  errors: LISTING_ERRORS,
  run: publishListing,
  done: ({ listingId }) => redirect(`/listings/own/${listingId}?done=published-again`),
})
