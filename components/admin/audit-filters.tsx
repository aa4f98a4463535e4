import { Download } from 'lucide-react'
import Form from 'next/form'
import { addressOf } from '#components/orders/address.ts'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import type { ListAuditInput } from '#lib/audit/model.ts'
import { useWords } from '#words'

type Props = { path: string; filters: Omit<ListAuditInput, 'cursor'> }

const FIELDS = [
  { name: 'who', label: 'console.who', type: 'search', example: 'console.whoExample' },
  { name: 'what', label: 'console.what', type: 'search', example: 'refund.' },
  { name: 'object', label: 'console.ofWhat', type: 'search', example: 'ord_…, rfd_…, usr_…' },
  { name: 'from', label: 'console.from', type: 'date' },
  { name: 'to', label: 'console.to', type: 'date' },
] as const

/** What narrows the audit log; as a plain address. */
export function AuditFilters({ path, filters }: Props) {
  const t = useWords()
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <Form action={path} role="search" key={JSON.stringify(filters)} className="grid gap-3">
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-5">
        {FIELDS.map(({ label, name, type, ...field }) => (
          <Field key={name} id={name} label={t(label)}>
            <Input
              {...{ id: name, name, type }}
              defaultValue={filters[name]}
              placeholder={'example' in field ? t.say(field.example) : undefined}
              autoComplete="off"
            />
          </Field>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="secondary">
          {t('console.show')}
        </Button>
        {isFiltered ? (
          <LinkButton href={path} variant="ghost">
            {t('console.clear')}
          </LinkButton>
        ) : null}
        <LinkButton
          href={addressOf(`${path}/export`, filters)}
          prefetch={false}
          variant="ghost"
          className="sm:ml-auto"
        >
          <Download aria-hidden /> {t('console.exportCsv')}
        </LinkButton>
      </div>
    </Form>
  )
}
