import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { SecondFactorView } from '#lib/second-factor/model.ts'
import { useWords } from '#words'
import { CodeField } from './code-field.tsx'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

type Props = { factor: SecondFactorView; confirm: FormAction }

/**
 * The second half of setting up, and the recovery codes after it. The form stands here however it ended, because without
 * JavaScript the page that comes back is that of a factor that is on.
 */
export function SecondFactorSetup({ factor, confirm }: Props) {
  const t = useWords()
  return (
    <ActionForm action={confirm} once after={<RecoveryCodes />}>
      {factor.state === 'offered' ? (
        <>
          <div className="grid gap-5 text-sm sm:grid-cols-[13rem_1fr]">
            <QrCode text={factor.uri} label={t('ownAccount.qrCode')} />
            <div className="grid content-start gap-3">
              <p>
                {t.rich('ownAccount.scan', {
                  link: words => (
                    <a href={factor.uri} className="font-medium text-primary underline underline-offset-4">
                      {words}
                    </a>
                  ),
                })}
              </p>
              <p className="wrap-anywhere rounded-lg border bg-muted px-3 py-2 font-mono">
                {factor.secret.match(/.{1,4}/g)?.join(' ')}
              </p>
            </div>
          </div>
          <CodeField label={t('ownAccount.codeItShows')} hint={t('ownAccount.codeItShowsHint')} />
          <SubmitButton className="justify-self-start" pending={t('ownAccount.lookingAtCode')}>
            {t('ownAccount.turnOn')}
          </SubmitButton>
        </>
      ) : (
        <p className="text-sm">{t('ownAccount.twoFactorAsked')}</p>
      )}
    </ActionForm>
  )
}
