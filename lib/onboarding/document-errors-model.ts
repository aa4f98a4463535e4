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
    message: 'Your account at Stripe is still being opened. Send the document again in a moment.',
  },
  stripe_unavailable: {
    status: 503,
    message: 'Stripe did not answer. Send the same file again in a minute.',
  },
  not_needed: { status: 409, message: 'This document is already with Stripe; there is nothing to send now.' },
  too_many_uploads: {
    status: 429,
    message: 'You have sent many files within an hour. Wait an hour, then try again.',
  },
  too_many_at_once: { status: 429, message: 'Another upload is still running. Wait for it, then try again.' },
  upload_cut_off: {
    status: 400,
    message: 'The upload was cut off before the file was whole. Send it again.',
  },
  empty_file: { status: 400, message: 'This file is empty. Choose the photo again.' },
  too_large: { status: 413, message: 'This file is larger than 10 MB. Choose a smaller photo or scan.' },
  type_unknown: {
    status: 415,
    message:
      'This is not a photo, whatever its name says. Send a JPEG or PNG file as your camera or scanner made it.',
  },
  type_not_allowed: {
    status: 415,
    message: 'Stripe takes JPEG and PNG only, and this is another kind of file. Save it as JPEG or PNG.',
  },
  heic_not_allowed: {
    status: 415,
    message:
      'This is an HEIC photo, which Stripe does not take. Export it as JPEG, or set the camera to JPEG.',
  },
  pdf_not_allowed: {
    status: 415,
    message: 'An identity document cannot be a PDF. Take a photo of the document itself, as JPEG or PNG.',
  },
  pdf_broken: { status: 422, message: 'This PDF is damaged or incomplete. Download or scan it again.' },
  pdf_locked: { status: 422, message: 'This PDF is protected by a password. Save it without one.' },
  image_broken: { status: 422, message: 'This image is damaged and cannot be opened. Take the photo again.' },
  too_many_pixels: {
    status: 422,
    message: 'This image has more than 8000 pixels on a side. Take it again with a lower camera resolution.',
  },
  too_few_pixels: {
    status: 422,
    message: 'This image is too small to read. Take a larger photo, at least 200 pixels on each side.',
  },
  not_in_colour: {
    status: 422,
    message: 'This image is black and white, and Stripe needs colour. Take a colour photo of the original.',
  },
  same_file_again: {
    status: 409,
    message: 'You have sent this very file before, and Stripe refuses a file sent twice. Take a new photo.',
  },
  same_front_and_back: {
    status: 409,
    message: 'This is the same file as the other side. Choose the photo of this side.',
  },
  other_file_same_key: {
    status: 409,
    message: 'Another file was already sent in this upload. Reload the page and start this document again.',
  },
  document_refused: {
    status: 422,
    message: 'Stripe did not take this file as a document. Take a new photo of the original and send that.',
  },
  no_tries_left: {
    status: 409,
    message:
      'Stripe has refused so many files that it takes no more here. Write to us; we settle it with Stripe.',
  },
  no_representative: {
    status: 409,
    message: 'Name first who represents the company, under “People of the company”: it is their document.',
  },
  blank_picture: {
    status: 422,
    message: 'This picture is nearly one colour: there is no document on it. Take the photo again.',
  },
  looks_dark: {
    status: 422,
    message: 'This picture looks too dark to read. Take it again in daylight or under a lamp.',
  },
  looks_blurred: {
    status: 422,
    message:
      'This picture looks blurred. Hold the camera still, tap the document to focus, and take it again.',
  },
  looks_colourless: {
    status: 422,
    message:
      'This picture looks black and white, and Stripe needs colour. Photograph the original, not a copy.',
  },
} as const satisfies ErrorTable<DocumentErrorCode>
