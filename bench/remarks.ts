/** What is to be said of the figures on docs/performance.md, in Markdown. */
export const remarks = `## What the figures do not hold, and why

- **Start.** Half of what starting takes beyond the floor is loading code, half reading the first files with code that no compiler has seen
  yet. The libraries of the protocol alone (\`vscode-languageserver\`) are a third of what is loaded. On Node.js 22 and later the server keeps its
  compiled code (\`module.enableCompileCache\`); on Node.js 20 there is no such thing.
- **Weight.** \`dist/server.js\` itself is small because what few sessions need are files of their own beside it, loaded when they are needed.
  The whole is in the table. \`dist/extension.js\` is \`vscode-languageclient\` for nine tenths, and cannot be smaller without
  another client. The package holds the programs twice: once for Node.js, once, in one piece each, for VS Code in a browser, which
  loads no second file.
- **Loading the extension** is measured as a process; VS Code's own measurement (Developer: Show Running Extensions) is of a warm process.`;
