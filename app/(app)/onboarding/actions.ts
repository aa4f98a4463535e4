'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#lib/action.ts'
import { acceptTerms } from '#lib/onboarding/accept-terms.ts'
import { BANK_ERRORS, TERMS_ERRORS } from '#lib/onboarding/account-errors.ts'
import { addBankAccount } from '#lib/onboarding/add-bank-account.ts'
import { DETAILS_ERRORS, submitDetailsInput } from '#lib/onboarding/details-input.ts'
import { acceptTermsInput, addBankAccountInput } from '#lib/onboarding/model.ts'
import { submitDetails } from '#lib/onboarding/submit-details.ts'

export const acceptTermsAction = defineAction({
  schema: acceptTermsInput,
  role: 'CONTRACTOR',
  once: { form: 'onboarding.terms' },
  errors: TERMS_ERRORS,
  run: acceptTerms,
  done: () => {
    revalidatePath('/onboarding')
    return 'You have accepted the terms.'
  },
})

export const submitDetailsAction = defineAction({
  schema: submitDetailsInput,
  role: 'CONTRACTOR',
  once: { form: 'onboarding.details' },
  errors: DETAILS_ERRORS,
  run: submitDetails,
  done: () => {
    revalidatePath('/onboarding')
    return 'Stripe has your details.'
  },
})

export const addBankAccountAction = defineAction({
  schema: addBankAccountInput,
  role: 'CONTRACTOR',
  once: { form: 'onboarding.bank' },
  errors: BANK_ERRORS,
  run: addBankAccount,
  done: () => {
    revalidatePath('/onboarding')
    return 'Stripe has your bank account.'
  },
})
