import { z } from 'zod'
import { message } from '../i18n/message.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'

export const MESSAGE_FILES_MAX = 5
export const FILE_BYTES_MAX = 10 * 1024 * 1024
/** Of one message's files together. */
export const FILES_BYTES_MAX = 20 * 1024 * 1024

export const sendMessageInput = z.object({
  orderId: z.string().max(40),
  requestKey,
  text: z.string().trim().min(1).max(4000),
})
export type SendMessageInput = z.output<typeof sendMessageInput>

/** A file as it was sent; its name is only ever shown. */
export type SentFile = { name: string; bytes: Buffer }

export type MessageView = {
  id: string
  authorName: string
  /** Whether the reader wrote it. */
  isOwn: boolean
  text: string
  createdAt: Date
  files: { id: string; name: string; byteCount: number }[]
}

export type MessageErrorCode =
  | 'not_found'
  | 'no_text'
  | 'too_large'
  | 'too_many_files'
  | 'upload_cut_off'
  | 'request_key_reused'

export const MESSAGE_ERRORS = {
  not_found: { status: 404, message: 'orderModel.thisOrderDoesNotExist' },
  no_text: { status: 400, message: 'orderModel.writeSomething4000CharactersAt' },
  too_large: { status: 413, message: 'orderModel.theseFilesAreTooLarge' },
  too_many_files: {
    status: 400,
    message: message('orderModel.atMostMessagefilesmaxFilesGo', { messageFilesMax: MESSAGE_FILES_MAX }),
  },
  upload_cut_off: { status: 400, message: 'orderModel.theMessageDidNotArrive' },
  request_key_reused: {
    status: 409,
    message: 'orderModel.thisFormHasAlreadySent',
  },
} as const satisfies ErrorTable<MessageErrorCode>

export function isMessageError(code: unknown): code is MessageErrorCode {
  return typeof code === 'string' && Object.hasOwn(MESSAGE_ERRORS, code)
}
