import type { DocumentErrorCode } from '#lib/onboarding/document-errors-model.ts'
import {
  type DocumentKind,
  type DocumentSide,
  type DocumentType,
  isSameFile,
  type SentFile,
} from '#lib/onboarding/document-model.ts'
import { lookAtFile } from './file-look.ts'
import { digestOf, lookAtPicture } from './picture-look.ts'

/** One side of the document. `usable`: nothing stands against sending the file; `sent`: the server has it. */
export type SideState = {
  file: File | null
  sha256: string | null
  problem: DocumentErrorCode | null
  /** What the server said, where it has words that we have not; or a message of ours. */
  said: string | null
  /** The look at the file is not over. */
  looking: boolean
  /** The person has read the warning, and sends the picture all the same. */
  anyway: boolean
  sent: boolean
}

export type Sides = Partial<Record<DocumentSide, SideState>>

export const EMPTY_SIDE: SideState = {
  file: null,
  sha256: null,
  problem: null,
  said: null,
  looking: false,
  anyway: false,
  sent: false,
}

export type Submission = { kind: DocumentKind; type: DocumentType; sentFiles: SentFile[] }

/** Everything that can be known of a chosen file before it is sent. Resolves to the side as it is then. */
export async function sideOf(
  file: File | null,
  submission: Submission,
  other?: SideState,
): Promise<SideState> {
  if (!file) return EMPTY_SIDE
  const side = { ...EMPTY_SIDE, file }
  const problem = await lookAtFile(file, submission.kind)
  if (problem) return { ...side, problem }
  const sha256 = await digestOf(file)
  const isOther = sha256 !== null && sha256 === other?.sha256
  if (isOther) return { ...side, problem: 'same_front_and_back' }
  if (submission.sentFiles.some(sent => isSameFile(sent, submission, sha256)))
    return { ...side, sha256, problem: 'same_file_again' }
  return { ...side, sha256, problem: await lookAtPicture(file) }
}
