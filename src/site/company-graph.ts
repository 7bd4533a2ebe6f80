import type { CompanyView } from './company-view.ts'

/** What a company's page tells programs: where it stands, what it is about and which questions it answers (schema.org). */
export function companyGraph(
  { id, name, lead, edited, questions }: CompanyView,
  site: URL | undefined,
): object[] {
  const at = (path: string) => new URL(path, site).href
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Companies', item: at('/companies') },
        { '@type': 'ListItem', position: 2, name, item: at(`/companies/${id}`) },
      ],
    },
    {
      '@type': 'Article',
      headline: `Rehearsing for ${name}`,
      description: lead,
      dateModified: edited,
      mainEntityOfPage: at(`/companies/${id}`),
      author: { '@type': 'Organization', name: 'Offhook' },
      publisher: { '@type': 'Organization', name: 'Offhook' },
    },
    {
      '@type': 'FAQPage',
      mainEntity: questions.map(({ question, answer }) => ({
        '@type': 'Question',
        name: question,
        acceptedAnswer: { '@type': 'Answer', text: answer },
      })),
    },
  ]
}
