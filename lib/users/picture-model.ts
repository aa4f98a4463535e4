import type { ErrorTable } from '../result.ts'

export const PICTURE_BYTES_MAX = 8 * 1024 * 1024

export type PictureErrorCode =
  | 'too_large'
  | 'empty_file'
  | 'upload_cut_off'
  | 'not_a_picture'
  | 'too_small'
  | 'too_many_tries'

export const PICTURE_ERRORS = {
  too_large: { status: 413, message: 'accountErrors.pictureTooLarge' },
  empty_file: { status: 400, message: 'accountErrors.noPicture' },
  upload_cut_off: { status: 400, message: 'accountErrors.pictureCutOff' },
  not_a_picture: { status: 415, message: 'accountErrors.notAPicture' },
  too_small: { status: 422, message: 'accountErrors.pictureTooSmall' },
  too_many_tries: { status: 429, message: 'accountErrors.tooOften' },
} as const satisfies ErrorTable<PictureErrorCode>

export function isPictureError(code: unknown): code is PictureErrorCode {
  return typeof code === 'string' && Object.hasOwn(PICTURE_ERRORS, code)
}
