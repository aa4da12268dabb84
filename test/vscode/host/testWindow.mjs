// What a window under test tells: its log, and how its tests ended.

/**
 * Listens to the window, from before it loads.
 * @param {import('playwright-core').Page} page
 * @param {(code: number) => void} onEnd called with the exit code of the tests
 */
export async function listenToTests(page, onEnd) {
  await page.exposeFunction('codeAutomationExit', onEnd);
  await page.exposeFunction('hostLog', writeLog);
  await page.addInitScript(tellLog);
  if (process.env.VSCODE_HOST_VERBOSE) page.on('pageerror', (error) => console.error('[window]', error));
}

/** The extension host's own output always, the rest of the window's log on demand. */
function writeLog(fromExtensionHost, type, values) {
  if (!fromExtensionHost && !process.env.VSCODE_HOST_VERBOSE) return;
  const write = type === 'error' || type === 'warn' ? console.error : console.log;
  write(...(fromExtensionHost ? [] : ['[window]']), ...values);
}

/**
 * Runs in the page. VS Code passes its whole log through codeAutomationLog; what the extension host wrote with console.*
 * is told from the rest by its caller.
 */
function tellLog() {
  if (globalThis.top !== globalThis.self) return;
  globalThis.codeAutomationLog = (type, values) => {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 50;
    const fromExtensionHost = String(new Error().stack).includes('$logExtensionHostMessage');
    Error.stackTraceLimit = limit;
    globalThis.hostLog(fromExtensionHost, type, Array.isArray(values) ? values : [values]);
  };
}
