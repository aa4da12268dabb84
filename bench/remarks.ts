/** What is to be said of the figures on docs/performance.md, in Markdown. */
export const remarks = `## What the figures do not hold, and why

- **Edits.** The text of an open document is kept in chunks of some lines, and an edit copies one or two of them. What still grows with the file are
  lists with an item for each \`<template>\`, or for each stretch of a nova.conf: they are copied, and gone over for what is at fault. Up to 10,000 lines
  the time goes into the message, two turns in which further keys are awaited, one template that is read and checked again, and the answer. The CPU
  time is more than that because the other files that the edit may concern, nova.conf and the driver, are checked behind the answer.
- **Memory.** The server keeps the engine's young generation small and lets it optimize late (\`scripts/engine.mjs\`). What is left beyond the floor is
  the server's code for the most part; 10,000 lines of a template that are read take some 1 MB.
- **Symbols** are linear in the outline, which is put together template by template: the collector's work and writing the answer as JSON are most of it.
- **Rendering.** The hand-written function has its values by name in an object; ours looks each up among those of the driver.
- **A run of a driver** is a fork with its own session, pipes and limits, which then imports the driver.
- **Start.** Of what starting takes beyond the floor, nearly half is loading code, and the rest reading and checking the first files with code
  that no compiler has seen yet. The library of the protocol (\`vscode-languageserver\`) is nearly half of what is loaded. On Node.js 22.1 and
  later the server keeps its compiled code (\`module.enableCompileCache\`): with Node.js 24 it starts in three quarters of the time. The floor starts in
  less than half of its time there, so that the ratio is larger (\`BENCH_NODE\` measures it). Other settings of
  the engine were tried (larger young generation, no or eager optimization): none won more than an eighth. Late optimization, which the server
  has, wins more where files are long: a fifth of the CPU time with a template of 10,000 lines.
- **Weight.** What few sessions need of the server are files of their own, which are not loaded at its start; the library of the protocol is nearly
  half of what is. The extension is the client library of VS Code for more than nine tenths. Each program stands in the package once: machines
  and browsers load the same files, and so do client and server what both need. For the package \`terser\` makes them smaller once more, which
  takes too long for every build.
- **Activation** is what VS Code itself tells (Developer: Show Running Extensions): loading the code, and the call of \`activate\` until it returns,
  while the window, the browser that shows it and VS Code's server start on the same processors. Most of it is loading the client library.
- **Peers.** Each has a document of its own language, and does what it does for that language. LemMinX and the server of SAP's xml-tools
  are not on npm.`;
