import { X } from 'lucide-react'
import Link from 'next/link'
import { addressOf } from '#components/orders/address.ts'
import type { ListAddress } from '#components/orders/list-address.ts'
import { ActionForm } from '#components/ui/action-form.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { ListName } from '#lib/records/model.ts'
import type { SavedView } from '#lib/saved-views/model.ts'
import { useWords } from '#words'

type Props = {
  list: ListName
  path: string
  parameters: ListAddress['parameters']
  views: SavedView[]
  save: FormAction
  remove: FormAction
}

/** The ways of looking at a list that an admin has kept, and a form that keeps this one. */
export function SavedViews({ list, path, parameters, views, save, remove }: Props) {
  const t = useWords()
  const query = addressOf('', parameters).slice(1)
  const isKept = views.some(view => view.query === query)
  if (views.length === 0 && !query) return null
  return (
    <section aria-label={t('lists.savedViews')} className="flex flex-wrap items-start gap-2">
      {views.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {views.map(view => (
            <View key={view.id} {...{ view, path, remove }} isShown={view.query === query} />
          ))}
        </ul>
      ) : null}
      {query && !isKept ? (
        <details className="rounded-lg border open:p-3">
          <summary className="flex min-h-10 cursor-pointer items-center px-3 text-sm">
            {t('lists.saveView')}
          </summary>
          <ActionForm action={save} hidden={{ list, query }} className="gap-3 pt-2">
            <TextField name="name" label={t('lists.viewName')} maxLength={40} autoComplete="off" />
            <SubmitButton size="sm" variant="secondary" className="justify-self-start">
              {t('lists.save')}
            </SubmitButton>
          </ActionForm>
        </details>
      ) : null}
    </section>
  )
}

type ViewProps = { view: SavedView; path: string; isShown: boolean; remove: FormAction }

function View({ view: { id, name, query }, path, isShown, remove }: ViewProps) {
  const t = useWords()
  return (
    <li className="flex items-center rounded-lg border has-[[aria-current]]:border-primary">
      <Link
        href={query ? `${path}?${query}` : path}
        prefetch={false}
        aria-current={isShown ? 'page' : undefined}
        className="flex min-h-10 items-center px-3 text-sm hover:bg-muted aria-[current]:font-medium"
      >
        {name}
      </Link>
      <ActionForm action={remove} hidden={{ viewId: id }} className="gap-0">
        <SubmitButton
          size="icon"
          variant="ghost"
          aria-label={t('lists.removeView', { name })}
          pending={<span className="sr-only">{t('lists.removing')}</span>}
        >
          <X aria-hidden />
        </SubmitButton>
      </ActionForm>
    </li>
  )
}
