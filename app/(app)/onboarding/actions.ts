'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { defineAction } from '#lib/action.ts'
import { message } from '#lib/i18n/message.ts'
import { acceptTerms } from '#lib/onboarding/accept-terms.ts'
import { BANK_ERRORS, TERMS_ERRORS } from '#lib/onboarding/account-errors.ts'
import { addBankAccount } from '#lib/onboarding/add-bank-account.ts'
import { chooseBusinessType } from '#lib/onboarding/choose-business-type.ts'
import { COMPANY_ERRORS, chooseBusinessTypeInput, submitCompanyInput } from '#lib/onboarding/company-input.ts'
import { DETAILS_ERRORS, submitDetailsInput } from '#lib/onboarding/details-input.ts'
import { acceptTermsInput, addBankAccountInput } from '#lib/onboarding/model.ts'
import { PERSON_ERRORS, removePersonInput, savePersonInput } from '#lib/onboarding/person-input.ts'
import { removePerson, savePerson } from '#lib/onboarding/save-person.ts'
import { confirmPeople, submitCompany } from '#lib/onboarding/submit-company.ts'
import { submitDetails } from '#lib/onboarding/submit-details.ts'

export const acceptTermsAction = defineAction({
  schema: acceptTermsInput,
  role: 'CONTRACTOR',
  once: { form: 'onboarding.terms' },
  errors: TERMS_ERRORS,
  run: acceptTerms,
  done: () => {
    revalidatePath('/onboarding')
    return 'verifying.termsAccepted'
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
    return 'verifying.detailsSent'
  },
})

export const chooseBusinessTypeAction = defineAction({
  schema: chooseBusinessTypeInput,
  role: 'CONTRACTOR',
  once: { form: 'onboarding.business_type' },
  errors: COMPANY_ERRORS,
  run: chooseBusinessType,
  done: (_, { businessType }) => {
    revalidatePath('/onboarding')
    return businessType === 'company' ? 'verifying.companyIsPaid' : 'verifying.personIsPaid'
  },
})

export const submitCompanyAction = defineAction({
  schema: submitCompanyInput,
  role: 'CONTRACTOR',
  once: { form: 'onboarding.company' },
  errors: COMPANY_ERRORS,
  run: submitCompany,
  done: () => {
    revalidatePath('/onboarding')
    return 'verifying.companySent'
  },
})

export const savePersonAction = defineAction({
  schema: savePersonInput,
  role: 'CONTRACTOR',
  once: 'own-row',
  errors: PERSON_ERRORS,
  run: savePerson,
  done: (_, { firstName, lastName }) => {
    revalidatePath('/onboarding')
    return message('verifying.personSent', { name: `${firstName} ${lastName}` })
  },
})

export const removePersonAction = defineAction({
  schema: removePersonInput,
  role: 'CONTRACTOR',
  once: 'repeatable',
  errors: PERSON_ERRORS,
  run: removePerson,
  done: () => {
    revalidatePath('/onboarding')
    return 'verifying.personRemoved'
  },
})

export const confirmPeopleAction = defineAction({
  schema: z.object({}),
  role: 'CONTRACTOR',
  once: 'repeatable',
  errors: COMPANY_ERRORS,
  run: confirmPeople,
  done: () => {
    revalidatePath('/onboarding')
    return 'verifying.peopleConfirmed'
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
    return 'verifying.bankSent'
  },
})
