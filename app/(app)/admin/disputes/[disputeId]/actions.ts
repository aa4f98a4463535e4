'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#lib/action.ts'
import { EVIDENCE_ERRORS, saveEvidenceInput, submitEvidenceInput } from '#lib/disputes/evidence-model.ts'
import { saveEvidence } from '#lib/disputes/save-evidence.ts'
import { submitEvidence } from '#lib/disputes/submit-evidence.ts'

export const saveEvidenceAction = defineAction({
  schema: saveEvidenceInput,
  role: 'ADMIN',
  once: 'repeatable',
  errors: EVIDENCE_ERRORS,
  run: saveEvidence,
  done: (_value, { disputeId }) => {
    revalidatePath(`/admin/disputes/${disputeId}`)
    return 'Saved. The bank has not been told anything yet.'
  },
  failed: (_code, { disputeId }) => revalidatePath(`/admin/disputes/${disputeId}`),
})

export const submitEvidenceAction = defineAction({
  schema: submitEvidenceInput,
  role: 'ADMIN',
  once: { form: 'dispute.submit_evidence' },
  errors: EVIDENCE_ERRORS,
  run: submitEvidence,
  done: (_value, { disputeId }) => redirect(`/admin/disputes/${disputeId}?done=sent`),
  failed: (_code, { disputeId }) => revalidatePath(`/admin/disputes/${disputeId}`),
})
