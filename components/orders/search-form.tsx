import { Search } from 'lucide-react'
import Form from 'next/form'
import { Button } from '#components/ui/button.tsx'
import { Input } from '#components/ui/input.tsx'
import { useWords } from '#words'

type Props = {
  path: string
  label: string
  placeholder: string
  q: string | undefined
  /** Other parameters of the list that a new search keeps. */
  keep?: Record<string, string | undefined>
}

/** A search that is a plain address: shareable, and the back button undoes it. */
export function SearchForm({ path, label, placeholder, q, keep = {} }: Props) {
  const t = useWords()
  return (
    <Form action={path} role="search" className="flex max-w-md gap-2">
      {Object.entries(keep).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <Input key={q} type="search" name="q" defaultValue={q} aria-label={label} placeholder={placeholder} />
      <Button type="submit" variant="secondary">
        <Search aria-hidden /> {t('orders.search')}
      </Button>
    </Form>
  )
}
