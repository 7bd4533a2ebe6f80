/** `npm run cms`: installs what is missing, then opens the editor on this machine's files, for this machine alone. */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chooseNode, toolsEnv } from './choose-node.mjs'
import { runToEnd } from './ending.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { passSignalsOn, runInView } from './run-quietly.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

await runToEnd(async () => {
  passSignalsOn()
  process.chdir(root)
  await ensureInstalled(root, { dev: true })
  const node = chooseNode(root)
  const env = { ...toolsEnv(root, node), OFFHOOK_CMS: 'local', ASTRO_TELEMETRY_DISABLED: '1' }
  for (const script of ['build-bank.ts', 'build-documents.ts']) {
    spawnSync(node, [join(root, 'scripts', script)], { cwd: root, env, stdio: 'inherit' })
  }
  const port = process.env.PORT || '4321'
  console.log(`The editor is at http://127.0.0.1:${port}/keystatic`)
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs')
  return await runInView(node, [astro, 'dev', '--host', '127.0.0.1', '--port', port, '--ignore-lock'], {
    cwd: root,
    env,
  })
})
