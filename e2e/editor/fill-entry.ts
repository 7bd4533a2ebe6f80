import type { ComponentSchema } from '@keystatic/core'
import type { Locator, Page } from 'playwright-core'

type Fields = Record<string, ComponentSchema>

/**
 * Fills a form of the editor as a person does, field by field in its order, by the labels on the screen. `data` is the
 * entry as its file holds it, a file beside it as its text, a title as name and slug; what it lacks stays as it is.
 */
export async function fillEntry(page: Page, scope: Locator, fields: Fields, data: object): Promise<void> {
  const values = new Map(Object.entries(data) as [string, unknown][])
  for (const [name, field] of Object.entries(fields)) {
    const value = values.get(name)
    if (value === undefined) continue
    if (isTitle(value)) {
      await scope.getByRole('textbox').nth(0).fill(value.name)
      await scope.getByRole('textbox').nth(1).fill(value.slug)
    } else if (field.kind === 'object') {
      const group = field.label ? groupOf(scope, field.label) : scope
      await fillEntry(page, group, field.fields, value as object)
    } else if (field.kind === 'array') {
      const group = groupOf(scope, field.label)
      for (const item of value as object[]) await addItem(page, group, field.element, item)
    } else if ('label' in field && field.label) {
      await fillField(page, scope, field.label, value)
    }
  }
}

function isTitle(value: unknown): value is { name: string; slug: string } {
  return typeof value === 'object' && value !== null && 'slug' in value
}

function groupOf(scope: Locator, label: string): Locator {
  return scope.getByRole('group', { name: label, exact: true }).first()
}

async function addItem(page: Page, group: Locator, element: ComponentSchema, item: object): Promise<void> {
  if (element.kind !== 'object') throw new Error('only groups of fields are added here')
  const open = await page.getByRole('dialog').count()
  const add = group.getByRole('button', { name: 'Add', exact: true }).first()
  await add.click()
  const dialog = page.getByRole('dialog').nth(open)
  if (!(await appears(dialog))) await add.click()
  await dialog.waitFor()
  await fillEntry(page, dialog, element.fields, item)
  await dialog.getByRole('button', { name: 'Add', exact: true }).last().click()
  await dialog.waitFor({ state: 'detached' })
}

async function fillField(page: Page, scope: Locator, label: string, value: unknown): Promise<void> {
  if (typeof value === 'boolean') {
    const box = scope.getByRole('checkbox', { name: new RegExp(`^${label}`) })
    if (value !== (await box.isChecked())) await box.click({ force: true })
    return
  }
  const combobox = scope.getByRole('combobox', { name: label, exact: true })
  const textbox = scope.getByRole('textbox', { name: label, exact: true })
  const date = scope.locator('input[type="date"]').and(scope.getByLabel(label))
  if ((await date.count()) > 0) await date.fill(String(value))
  else if ((await combobox.count()) > 0) await choose(page, combobox, [value].flat())
  else if ((await textbox.count()) > 0) await write(textbox.first(), value)
  else await pick(page, scope, label, String(value))
}

async function write(textbox: Locator, value: unknown): Promise<void> {
  const isOneLine = (await textbox.evaluate((node) => node.tagName)) === 'INPUT'
  await textbox.fill(Array.isArray(value) ? value.join(isOneLine ? ', ' : '\n') : String(value))
}

const REOPENS_MS = 8_000

function appears(what: Locator): Promise<boolean> {
  return what.waitFor({ timeout: REOPENS_MS }).then(
    () => true,
    () => false,
  )
}

async function choose(page: Page, combobox: Locator, values: unknown[]): Promise<void> {
  for (const value of values) {
    const option = page.getByRole('option', { name: String(value), exact: true })
    await combobox.fill(String(value))
    // The editor loads its lists anew when a file has changed, and closes what was open over them.
    if (!(await appears(option))) {
      await combobox.fill('')
      await combobox.fill(String(value))
    }
    await option.click()
  }
}

/** A long list holds only the options in view: the value is found by typing it. */
async function pick(page: Page, scope: Locator, label: string, value: string): Promise<void> {
  const button = scope.getByRole('button', { name: new RegExp(` ${label}$`) })
  if ((await button.innerText()).trim().toLowerCase() === value) return
  await button.click()
  const list = page.getByRole('listbox', { name: label })
  await list.waitFor()
  await page.keyboard.type(value)
  await page.keyboard.press('Enter')
  await list.waitFor({ state: 'detached' })
}
