import node from '@astrojs/node'
import react from '@astrojs/react'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, passthroughImageService } from 'astro/config'

/** One bundle starts faster than a thousand files of packages. A native part stays outside, and so does all in `dev`. */
const oneServerBundle = {
  name: 'one-server-bundle',
  hooks: {
    'astro:config:setup': ({ command, updateConfig }) => {
      const external = ['@myriaddreamin/typst-ts-node-compiler']
      if (command === 'build') updateConfig({ vite: { ssr: { noExternal: true, external } } })
    },
  },
}

export default defineConfig({
  output: 'server',
  // The handler is imported by server.mjs, which starts it with ASTRO_NODE_AUTOSTART=disabled.
  // Twice what the API takes at most; a larger body is refused before it is read.
  adapter: node({ mode: 'standalone', bodySizeLimit: 1024 * 1024 }),
  integrations: [react(), oneServerBundle],
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
  },
})
