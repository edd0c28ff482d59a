import type { Locator } from 'playwright/test'

/** Chooses in a field as a pointer does: opens it, and presses the choice. */
export async function choose(field: Locator, choice: string | RegExp): Promise<void> {
  await field.click()
  await field
    .page()
    .getByRole('option', { name: choice, exact: typeof choice === 'string' })
    .click()
}
