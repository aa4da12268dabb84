import { ErrorAction, State, type BaseLanguageClient, type Disposable, type ErrorHandler } from 'vscode-languageclient';

/**
 * Starts a server that crashed again, as the client does by itself, up to four times in three minutes. What goes wrong on the
 * way stands in the log alone: a person is told once, when there is no server any more.
 */
export function serverFaults(client: () => BaseLanguageClient): ErrorHandler {
  let usual: ErrorHandler | undefined;
  const handler = (): ErrorHandler => (usual ??= client().createDefaultErrorHandler());
  return {
    error: async (...fault) => {
      const result = await handler().error(...fault);
      return { ...result, handled: result.action === ErrorAction.Continue };
    },
    closed: () => handler().closed(),
  };
}

/** Calls `ended` whenever the server is not there any more: it crashed, or was stopped. */
export function onServerEnd(client: BaseLanguageClient, ended: () => void): Disposable {
  return client.onDidChangeState(({ oldState }) => {
    if (oldState === State.Running) ended();
  });
}
