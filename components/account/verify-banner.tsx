import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { useWords } from '#words'

type Props = { email: string; sendAgain: FormAction }

/** Over every page until it is known that mail reaches whoever has signed up. */
export function VerifyBanner({ email, sendAgain }: Props) {
  const t = useWords()
  return (
    <aside aria-label={t('ownAccount.emailAddress')} className="border-b bg-info-soft text-sm print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-2.5 sm:px-6">
        <p className="wrap-anywhere">
          {t.rich('ownAccount.verifyBanner', { email, b: words => <strong>{words}</strong> })}
        </p>
        <ActionForm action={sendAgain} once className="gap-2">
          <SubmitButton variant="secondary" size="sm" pending={t('ownAccount.sending')}>
            {t('ownAccount.sendAgain')}
          </SubmitButton>
        </ActionForm>
      </div>
    </aside>
  )
}
