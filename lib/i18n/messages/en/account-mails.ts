export const accountMails = {
  frame: 'Hello {name},',
  reset_passwordSubject: 'Choose a new password',
  reset_passwordText:
    'Somebody, hopefully you, has asked for a new password for your account. With this link you choose one; it works once, for 15 minutes. If it was not you, there is nothing to do: your password stays as it is.',
  password_changedSubject: 'Your password was changed',
  password_changedText:
    'The password of your account was changed just now, and everybody who was signed in with the old one is signed out. If it was not you, choose a new one at once.',
  verify_emailSubject: 'Confirm your e-mail address',
  verify_emailText:
    'Welcome to Holdfast. With this link you confirm that this is your e-mail address; it works for a day. After that you can order, offer and be paid. If it was not you who signed up, there is nothing to do.',
  confirm_emailSubject: 'Confirm your new e-mail address',
  confirm_emailText:
    'You, or somebody who knows your password, wants this to be the e-mail address of your account from now on. With this link you confirm it; it works once, for an hour. Until then the old address stays.',
  email_changedSubject: 'Your e-mail address was changed',
  email_changedText:
    'Your account has another e-mail address now: mail goes there, and it signs you in. If it was not you, write to support at once.',
  second_factor_onSubject: 'Two-factor sign-in is on',
  second_factor_onText:
    'From now on, signing in to your account asks for a code of your authenticator as well. Keep the recovery codes where you find them without your phone. If it was not you, choose a new password at once and write to support.',
  second_factor_offSubject: 'Two-factor sign-in is off',
  second_factor_offText:
    'From now on, signing in to your account asks for your password alone. If it was not you, choose a new password at once and turn it on again.',
  recovery_code_usedSubject: 'A recovery code was used',
  recovery_code_usedText:
    'One of your recovery codes was used just now, in place of a code of your authenticator. It does not work again. If it was not you, choose a new password and new recovery codes at once.',
  account_deletedSubject: 'Your account is deleted',
  account_deletedText: 'Your account was deleted just now, with your name, picture, cards and devices. Orders and receipts stay in the books, as the law asks. This is the last mail to this address. If it was not you, write to support at once.',
} as const
