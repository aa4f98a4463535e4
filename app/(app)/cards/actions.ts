'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#lib/action.ts'
import { finishCardSetup } from '#lib/cards/finish-card-setup.ts'
import { cardInput, finishCardSetupInput, startCardSetupInput } from '#lib/cards/input-model.ts'
import { CARD_ERRORS } from '#lib/cards/model.ts'
import { removeCard } from '#lib/cards/remove-card.ts'
import { setDefaultCard } from '#lib/cards/set-default-card.ts'
import { startCardSetup } from '#lib/cards/start-card-setup.ts'

export const startCardSetupAction = defineAction({
  schema: startCardSetupInput,
  role: 'EMPLOYER',
  once: 'own-row',
  errors: CARD_ERRORS,
  run: startCardSetup,
  done: ({ cardSetupId, clientSecret }) => ({ message: '', data: { cardSetupId, clientSecret } }),
})

export const finishCardSetupAction = defineAction({
  schema: finishCardSetupInput,
  role: 'EMPLOYER',
  once: 'repeatable',
  errors: CARD_ERRORS,
  run: finishCardSetup,
  done: card => {
    revalidatePath('/cards')
    return { message: 'checkout.theCardIsSaved', data: { cardId: card.id } }
  },
})

export const setDefaultCardAction = defineAction({
  schema: cardInput,
  role: 'EMPLOYER',
  once: { form: 'card.default' },
  errors: CARD_ERRORS,
  run: setDefaultCard,
  done: () => redirect('/cards?done=default'),
  failed: () => revalidatePath('/cards'),
})

export const removeCardAction = defineAction({
  schema: cardInput,
  role: 'EMPLOYER',
  once: { form: 'card.remove' },
  errors: CARD_ERRORS,
  run: removeCard,
  done: () => redirect('/cards?done=removed'),
})
