'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineOwnAction } from '#lib/action.ts'
import { message } from '#lib/i18n/message.ts'
import { changeEmail } from '#lib/users/change-email.ts'
import { editProfile } from '#lib/users/edit-profile.ts'
import { changeEmailInput, EMAIL_ERRORS, requestInput } from '#lib/users/email-model.ts'
import { profileInput } from '#lib/users/profile-model.ts'
import { removePicture } from '#lib/users/remove-picture.ts'
import { sendVerificationAgain } from '#lib/users/send-verification-again.ts'
import { rememberLanguage } from '../../remember-language.ts'

export const sendVerificationAgainAction = defineOwnAction({
  schema: requestInput,
  once: { form: 'user.verification' },
  errors: EMAIL_ERRORS,
  run: sendVerificationAgain,
  done: email => message('ownAccount.sentAgain', { email }),
  failed: code => {
    if (code === 'verified_already') revalidatePath('/', 'layout')
  },
})

export const editProfileAction = defineOwnAction({
  schema: profileInput,
  once: 'repeatable',
  errors: {},
  run: editProfile,
  done: async (_, { language }) => {
    await rememberLanguage(language)
    // The frame around every page speaks too, and a browser would keep it.
    revalidatePath('/', 'layout')
    redirect('/account?done=profile')
  },
})

export const changeEmailAction = defineOwnAction({
  schema: changeEmailInput,
  once: { form: 'user.email' },
  errors: EMAIL_ERRORS,
  run: changeEmail,
  done: (_, { email }) => message('ownAccount.emailLinkSent', { email }),
})

export const removePictureAction = defineOwnAction({
  schema: requestInput,
  once: 'repeatable',
  errors: {},
  run: removePicture,
  done: () => redirect('/account?done=picture-removed'),
})
