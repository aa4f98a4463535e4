import { useWords } from '#words'
import { CodeList } from './code-list.tsx'

/** New recovery codes, what they are for, and the way on once they are kept. */
export function RecoveryCodes() {
  const t = useWords()
  return (
    <div className="grid gap-3 text-sm">
      <p className="max-w-prose">{t('ownAccount.keepRecoveryCodes')}</p>
      <CodeList label={t('ownAccount.recoveryCodes')} />
      <p>
        <a
          href="/account/security"
          className="inline-flex min-h-6 items-center font-medium text-primary underline underline-offset-4"
        >
          {t('ownAccount.keptThem')}
        </a>
      </p>
    </div>
  )
}
