import { Compass } from 'lucide-react'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { useWords } from '#words'

/** Also what somebody sees who asks for what is not theirs: both look the same on purpose. */
export default function NotFound() {
  const t = useWords()
  return (
    <EmptyState
      icon={Compass}
      heading="h1"
      title={t('shell.thereIsNothingHere')}
      action={<LinkButton href="/dashboard">{t('shell.backToHoldfast')}</LinkButton>}
    >
      {t('shell.thePageDoesNotExist')}
    </EmptyState>
  )
}
