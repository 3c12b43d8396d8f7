import { kiloPaths } from '@kilo-console/daemon'
import { openBrowser } from './browser.ts'
import { writeLaunchPage } from './launch-page.ts'
import { warn } from '../output/print.ts'

/** Opens the browser at a launch link without naming it. False when it could not be opened; that is no error, the link was printed. */
export async function openLaunch(url: string): Promise<boolean> {
  try {
    return await openBrowser(await writeLaunchPage(kiloPaths().own.launches, url))
  } catch (error) {
    warn(
      `no page could be written for the browser: ${error instanceof Error ? error.message : String(error)}`,
    )
    return false
  }
}
