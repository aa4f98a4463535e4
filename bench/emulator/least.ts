import http from 'node:http'
import { serve } from '../serve.ts'

// The least that creating and confirming a destination charge can be: the form is read, twenty-two rows are made and kept by id, seven of
// them events with their object as it was, and one is the answer. Nothing is checked, nothing can be asked for.

type Row = { id: string }

const CONTENT = 'a row of the local Stripe has about so many characters more than are named here'.repeat(4)
const kept = new Map<string, Row>()
let made = 0

function keep<Fields extends object>(prefix: string, fields: Fields): Fields & Row {
  const row = { id: `${prefix}_${String(++made).padStart(24, '0')}`, created: Date.now(), ...fields }
  kept.set(row.id, row)
  return row
}

function pay(form: URLSearchParams): Row {
  const money = { amount: Number(form.get('amount')), currency: form.get('currency') }
  const destination = form.get('transfer_data[destination]')
  const intent = keep('pi', { ...money, destination, status: 'succeeded', charge: '', content: CONTENT })
  const charge = keep('ch', {
    ...money,
    intent: intent.id,
    outcome: { type: 'authorized' },
    content: CONTENT,
  })
  intent.charge = charge.id
  const transfer = keep('tr', { ...money, destination, source: charge.id, reversals: [] })
  const payment = keep('py', { ...money, source: transfer.id })
  const fee = keep('fee', { amount: Number(form.get('application_fee_amount')), charge: charge.id })
  const moved = [charge, transfer, payment, fee, charge]
  for (const { id } of moved) keep('txn', { ...money, source: id, net: money.amount, details: [] })
  const told = [intent, charge, transfer, payment, fee, charge, intent]
  for (const object of told) keep('evt', { type: 'something.happened', data: JSON.stringify(object) })
  for (const { id } of moved) keep('in', { of: id, at: made })
  return intent
}

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = JSON.stringify(pay(new URLSearchParams(Buffer.concat(chunks).toString())))
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    })
    response.end(body)
  })
})
serve(server)
