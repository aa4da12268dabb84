/** What is to be said of the figures on docs/performance.md, in Markdown. */
export const remarks = `## What the figures do not hold, and why

- **A busy machine.** These figures were taken while other work kept both cores busy several times over (see the load above): every time of the
  clock is that of a machine under pressure, most of all each p95, and even the ratios move by half. The columns of CPU time, memory and weight are steady;
  \`npm run bench\` on a machine that is left alone writes the page anew.
- **Start.** Of what starting takes beyond the floor, about a third is loading code, and the rest reading and checking the first files with code
  that no compiler has seen yet. The library of the protocol (\`vscode-languageserver\`) is a third of what is loaded. On Node.js 22.1 and
  later the server keeps its compiled code (\`module.enableCompileCache\`); Node.js 20, which was measured, has no such thing. Other settings of
  the engine were tried (larger young generation, no or eager optimization): none won more than an eighth.
- **Weight.** \`dist/server.js\` itself is small because what few sessions need are files of their own beside it; the whole is in the table.
  \`dist/extension.js\` is the client library of VS Code for more than nine tenths. The package holds the programs twice, once for Node.js and once, in
  one piece each, for VS Code in a browser, whose extensions consist of a single file: that is nearly half of it.
- **Activation** of the extension is not measured here: it needs VS Code itself (Developer: Show Running Extensions shows it).
- **Peers.** Each has a document of its own language, and does what it does for that language. LemMinX and the server of SAP's xml-tools
  are not on npm.`;
