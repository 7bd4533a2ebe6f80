import type { APIRoute, GetStaticPaths } from 'astro'
import { toMarkdown } from '../../../domain/report/to-markdown.ts'
import type { SampleReport } from '../../../site/sample-reports.ts'
import { sampleReports } from '../../../site/sample-reports.ts'

export const prerender = true

/** The exports of each sample, made at build: report.pdf, report.md. */
export const getStaticPaths = (() =>
  sampleReports().flatMap((sample) =>
    ['report.pdf', 'report.md'].map((file) => ({
      params: { id: sample.sample.id, file },
      props: { sample },
    })),
  )) satisfies GetStaticPaths

export const GET: APIRoute<{ sample: SampleReport }> = async ({ params, props }) => {
  const { report, toPdf } = props.sample
  if (params['file'] === 'report.pdf') {
    return new Response(await toPdf(), { headers: { 'content-type': 'application/pdf' } })
  }
  return new Response(toMarkdown(report), { headers: { 'content-type': 'text/markdown; charset=utf-8' } })
}
