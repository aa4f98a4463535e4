'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAdminAction } from '#lib/action.ts'
import { correct } from '#lib/corrections/correct.ts'
import { decideCorrection } from '#lib/corrections/decide-correction.ts'
import { CORRECTION_ERRORS, correctInput, decideCorrectionInput } from '#lib/corrections/model.ts'

const PATH = '/admin/discrepancies'
/** Where those that are posted stand, with who did and why. */
const GONE = `${PATH}?gone=1`

export const correctAction = defineAdminAction('correctAction', {
  schema: correctInput,
  once: { form: 'discrepancy.correct' },
  errors: CORRECTION_ERRORS,
  run: correct,
  done: ({ isApplied }) => {
    if (isApplied) redirect(GONE)
    revalidatePath(PATH)
    return 'corrections.doneAsked'
  },
  failed: () => revalidatePath(PATH),
})

export const decideCorrectionAction = defineAdminAction('decideCorrectionAction', {
  schema: decideCorrectionInput,
  once: { form: 'correction.decide' },
  errors: CORRECTION_ERRORS,
  run: decideCorrection,
  done: (_value, { decision }) => {
    if (decision === 'apply') redirect(GONE)
    revalidatePath(PATH)
    return 'corrections.doneDeclined'
  },
  failed: () => revalidatePath(PATH),
})
