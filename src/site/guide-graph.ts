import type { BankGuide } from '../domain/catalog/bank.ts'

/** What a guide tells programs: where it stands and what it is (schema.org). */
export function guideGraph({ id, title, lead, edited }: BankGuide, site: URL | undefined): object[] {
  const at = (path: string) => new URL(path, site).href
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Guides', item: at('/guides') },
        { '@type': 'ListItem', position: 2, name: title, item: at(`/guides/${id}`) },
      ],
    },
    {
      '@type': 'Article',
      headline: title,
      description: lead,
      dateModified: edited,
      mainEntityOfPage: at(`/guides/${id}`),
      author: { '@type': 'Organization', name: 'Offhook' },
      publisher: { '@type': 'Organization', name: 'Offhook' },
    },
  ]
}
