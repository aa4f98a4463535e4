import { TextField } from '#components/ui/form-fields.tsx'
import { useWords } from '#words'

type Props = { label?: string; hint?: string }

/** Six digits of an authenticator; where a recovery code is taken as well, the hint says so. */
export function CodeField({ label, hint }: Props) {
  const t = useWords()
  return (
    <TextField
      name="code"
      label={label ?? t('ownAccount.code')}
      hint={hint ?? t('ownAccount.codeHint')}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={60}
      className="max-w-xs"
    />
  )
}
