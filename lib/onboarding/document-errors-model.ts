import type { ErrorTable } from '../result.ts'
import type { PictureProblem } from './picture-model.ts'

export type DocumentErrorCode =
  | 'account_not_open'
  | 'stripe_unavailable'
  | 'not_needed'
  | 'too_many_uploads'
  | 'too_many_at_once'
  | 'upload_cut_off'
  | 'empty_file'
  | 'too_large'
  | 'type_unknown'
  | 'type_not_allowed'
  | 'heic_not_allowed'
  | 'pdf_not_allowed'
  | 'pdf_broken'
  | 'pdf_locked'
  | 'image_broken'
  | 'too_many_pixels'
  | 'too_few_pixels'
  | 'not_in_colour'
  | 'same_file_again'
  | 'same_front_and_back'
  | 'other_file_same_key'
  | 'document_refused'
  | 'no_tries_left'
  | 'no_representative'
  | PictureProblem

/** Guesses about a picture: whoever has looked at it may send it anyway, and Stripe decides. See docs/decisions/0010. */
export const DOCUMENT_WARNINGS = ['looks_dark', 'looks_blurred', 'looks_colourless'] as const
export type DocumentWarning = (typeof DOCUMENT_WARNINGS)[number]

export function isWarning(code: string | null): code is DocumentWarning {
  return (DOCUMENT_WARNINGS as readonly (string | null)[]).includes(code)
}

/** One sentence for each reason that a document is not taken. Said by the browser before sending, and by the server. */
export const DOCUMENT_ERRORS = {
  account_not_open: {
    status: 409,
    message: 'uploads.accountNotOpen',
  },
  stripe_unavailable: {
    status: 503,
    message: 'uploads.stripeUnavailable',
  },
  not_needed: { status: 409, message: 'uploads.notNeeded' },
  too_many_uploads: {
    status: 429,
    message: 'uploads.tooManyUploads',
  },
  too_many_at_once: { status: 429, message: 'uploads.tooManyAtOnce' },
  upload_cut_off: {
    status: 400,
    message: 'uploads.cutOff',
  },
  empty_file: { status: 400, message: 'uploads.emptyFile' },
  too_large: { status: 413, message: 'uploads.tooLarge' },
  type_unknown: {
    status: 415,
    message: 'uploads.typeUnknown',
  },
  type_not_allowed: {
    status: 415,
    message: 'uploads.typeNotAllowed',
  },
  heic_not_allowed: {
    status: 415,
    message: 'uploads.heic',
  },
  pdf_not_allowed: {
    status: 415,
    message: 'uploads.pdfNotAllowed',
  },
  pdf_broken: { status: 422, message: 'uploads.pdfBroken' },
  pdf_locked: { status: 422, message: 'uploads.pdfLocked' },
  image_broken: { status: 422, message: 'uploads.imageBroken' },
  too_many_pixels: {
    status: 422,
    message: 'uploads.tooManyPixels',
  },
  too_few_pixels: {
    status: 422,
    message: 'uploads.tooFewPixels',
  },
  not_in_colour: {
    status: 422,
    message: 'uploads.notInColour',
  },
  same_file_again: {
    status: 409,
    message: 'uploads.sameFileAgain',
  },
  same_front_and_back: {
    status: 409,
    message: 'uploads.sameFrontAndBack',
  },
  other_file_same_key: {
    status: 409,
    message: 'uploads.otherFile',
  },
  document_refused: {
    status: 422,
    message: 'uploads.documentRefused',
  },
  no_tries_left: {
    status: 409,
    message: 'uploads.noTriesLeft',
  },
  no_representative: {
    status: 409,
    message: 'uploads.noRepresentative',
  },
  blank_picture: {
    status: 422,
    message: 'uploads.blankPicture',
  },
  looks_dark: {
    status: 422,
    message: 'uploads.looksDark',
  },
  looks_blurred: {
    status: 422,
    message: 'uploads.looksBlurred',
  },
  looks_colourless: {
    status: 422,
    message: 'uploads.looksColourless',
  },
} as const satisfies ErrorTable<DocumentErrorCode>
