import { FaultPage } from './fault-page.tsx'
import { useModel } from './session-provider.tsx'
import { Screen } from './screen.tsx'

/** The live interview, or why it cannot be shown. */
export function SessionApp() {
  const status = useModel((model) => model.status)
  switch (status) {
    case 'loading':
      return <Loading />
    case 'missing':
    case 'failed':
      return <FaultPage />
    case 'open':
      return <Screen />
  }
}

function Loading() {
  const network = useModel((model) => model.network.state)
  return (
    <p className="session-message" role="status">
      {network === 'connected' ? 'Joining the interview.' : 'Reconnecting. The interview opens by itself.'}
    </p>
  )
}
