/** Thrown, as Stripe.js does, when the page uses an element in a way that can never work. */
export function integrationError(message: string): Error {
  const error = new Error(message)
  error.name = 'IntegrationError'
  return error
}
