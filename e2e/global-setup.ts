import { prepareElectron } from '../scripts/prepare-electron.mjs';

/** Finds Electron and a display once for all journeys; the workers inherit the environment. */
export default async function globalSetup(): Promise<() => void> {
  const { runtime, args, env, stop } = await prepareElectron({ ownDisplay: true });
  Object.assign(process.env, env, {
    FUDE_E2E_ELECTRON: runtime.executable,
    FUDE_E2E_ARGUMENTS: JSON.stringify(args),
  });
  return stop;
}
