'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAdminAction } from '#lib/action.ts'
import { EVIDENCE_ERRORS, saveEvidenceInput, submitEvidenceInput } from '#lib/disputes/evidence-model.ts'
import { saveEvidence } from '#lib/disputes/save-evidence.ts'
import { submitEvidence } from '#lib/disputes/submit-evidence.ts'
import { getWords } from '#lib/i18n/request.ts'

export const saveEvidenceAction = defineAdminAction('saveEvidenceAction', {
  schema: saveEvidenceInput,
  once: 'repeatable',
  errors: EVIDENCE_ERRORS,
  run: saveEvidence,
  done: async (_value, { disputeId }) => {
    revalidatePath(`/admin/disputes/${disputeId}`)
    return (await getWords())('evidence.saved')
  },
  failed: (_code, { disputeId }) => revalidatePath(`/admin/disputes/${disputeId}`),
})

export const submitEvidenceAction = defineAdminAction('submitEvidenceAction', {
  schema: submitEvidenceInput,
  once: { form: 'dispute.submit_evidence' },
  errors: EVIDENCE_ERRORS,
  run: submitEvidence,
  done: (_value, { disputeId }) => redirect(`/admin/disputes/${disputeId}?done=sent`),
  failed: (_code, { disputeId }) => revalidatePath(`/admin/disputes/${disputeId}`),
})
