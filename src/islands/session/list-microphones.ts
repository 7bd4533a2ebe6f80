export interface Device {
  id: string
  name: string
}

/** The microphones of this device, which have names only once one of them may be used. */
export async function listMicrophones(): Promise<Device[]> {
  const all = await navigator.mediaDevices.enumerateDevices()
  return all
    .filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '')
    .map(({ deviceId, label }, index) => ({ id: deviceId, name: label || `Microphone ${index + 1}` }))
}
