import { getWords } from '#lib/i18n/request.ts'
import { DOCUMENT_ERRORS } from '#lib/onboarding/document-errors-model.ts'
import { submitDocumentInput } from '#lib/onboarding/document-input-model.ts'
import { submitDocument } from '#lib/onboarding/submit-document.ts'
import { isSameOrigin } from '#lib/same-origin.ts'
import { currentActor } from '#lib/users/current-actor.ts'

/** Takes one side of a document: what it is stands in the query, the body is the file itself. */
export async function POST(request: Request): Promise<Response> {
  const { say } = await getWords()
  const refuse = (status: number, message: string, code?: string) =>
    Response.json({ code, message: say(message) }, { status })
  if (!isSameOrigin(request.headers)) return refuse(403, 'verifyingErrors.notFromOurPage')
  const actor = await currentActor()
  if (!actor) return refuse(401, 'verifyingErrors.signedOut')
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const input = submitDocumentInput.safeParse(query)
  if (!input.success) return refuse(400, 'verifyingErrors.chooseAgain')
  const result = await submitDocument(actor, input.data, request.body)
  if (result.ok) return Response.json(result.value)
  return refuse(DOCUMENT_ERRORS[result.error].status, DOCUMENT_ERRORS[result.error].message, result.error)
}
