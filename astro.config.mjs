import react from '@astrojs/react'
import keystatic from '@keystatic/astro'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, passthroughImageService } from 'astro/config'
import { siteAdapter } from './scripts/site-adapter.mjs'
import { cmsMode } from './src/cms/cms-mode.ts'

/** Where the site will run: its adapter, the folder it is built into, and what else the build has to write. */
const { adapter, outDir, integrations } = await siteAdapter(process.env)

/** One bundle starts faster than a thousand files of packages. A native part stays outside, and so does all in `dev`. */
const oneServerBundle = {
  name: 'one-server-bundle',
  hooks: {
    'astro:config:setup': ({ command, updateConfig }) => {
      const external = ['@myriaddreamin/typst-ts-node-compiler', '@resvg/resvg-js']
      if (command === 'build') updateConfig({ vite: { ssr: { noExternal: true, external } } })
    },
  },
}

/** The editor, where it may be: see cmsMode. */
const cms = {
  name: 'cms',
  hooks: {
    'astro:config:setup': (options) => {
      if (cmsMode(process.env, options.command === 'dev') === 'off') return
      keystatic().hooks['astro:config:setup'](options)
    },
  },
}

/** Where visitors reach the site: for canonical addresses, the sitemap and pictures. */
const onVercel = process.env.VERCEL_PROJECT_PRODUCTION_URL
const site = process.env.OFFHOOK_PUBLIC_URL || (onVercel ? `https://${onVercel}` : 'http://localhost:4321')

export default defineConfig({
  site,
  output: 'server',
  adapter,
  outDir,
  integrations: [react(), oneServerBundle, cms, ...integrations],
  image: { service: passthroughImageService() },
  // Astro's own check refuses a POST without a body from clients that are no browsers; src/middleware.ts checks.
  security: { checkOrigin: false },
  session: false,
  devToolbar: { enabled: false },
  // HTML's own rules: a line break between words and a link is a space.
  compressHTML: true,
  // The content policy allows nothing inline: every style and script is a file of its own.
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [tailwindcss()],
    build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    // Named as the pages' own files are, so that what both use is there once.
    worker: {
      format: 'es',
      rolldownOptions: { output: { assetFileNames: '_astro/[name].[hash][extname]' } },
    },
  },
})
