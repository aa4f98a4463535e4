import { Download } from 'lucide-react'
import Form from 'next/form'
import { addressOf } from '#components/orders/address.ts'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import type { ListAuditInput } from '#lib/audit/model.ts'

type Props = { path: string; filters: Omit<ListAuditInput, 'cursor'> }

const FIELDS = [
  { name: 'who', label: 'Who', type: 'search', placeholder: 'Name, e-mail or id' },
  { name: 'what', label: 'What', type: 'search', placeholder: 'refund.' },
  { name: 'object', label: 'Of what', type: 'search', placeholder: 'ord_…, rfd_…, usr_…' },
  { name: 'from', label: 'From', type: 'date' },
  { name: 'to', label: 'Until', type: 'date' },
] as const

/** What narrows the audit log; as a plain address. */
export function AuditFilters({ path, filters }: Props) {
  const isFiltered = Object.values(filters).some(Boolean)
  return (
    <Form action={path} role="search" key={JSON.stringify(filters)} className="grid gap-3">
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-5">
        {FIELDS.map(({ label, ...field }) => (
          <Field key={field.name} id={field.name} label={label}>
            <Input id={field.name} defaultValue={filters[field.name]} autoComplete="off" {...field} />
          </Field>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="secondary">
          Show
        </Button>
        {isFiltered ? (
          <LinkButton href={path} variant="ghost">
            Clear
          </LinkButton>
        ) : null}
        <LinkButton
          href={addressOf(`${path}/export`, filters)}
          prefetch={false}
          variant="ghost"
          className="sm:ml-auto"
        >
          <Download aria-hidden /> Export as CSV
        </LinkButton>
      </div>
    </Form>
  )
}
