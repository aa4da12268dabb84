/** What is to be said of the figures on docs/performance.md, in Markdown. */
export const remarks = `## What the figures do not hold, and why

- **Edits.** The text of an open document is kept in chunks of some lines, and an edit copies one or two of them. What still grows with the file are
  lists with an item for each \`<template>\`, or for each stretch of a nova.conf: they are copied, and gone over for what is at fault. Up to 10,000 lines
  the time goes into the message, two turns in which further keys are awaited, one template that is read and checked again, and the answer. The CPU
  time is more than that because the other files that the edit may concern, nova.conf and the driver, are checked behind the answer.
  Of a driver, an edit has only that part parsed again which it touches, and nothing where it is a word in a string, as the name of a key is; what
  the code does is followed anew for the whole module, because what one function does may hang on any other, and again along each way through a
  driver only where a condition decides. That is a third of such an edit, and most of that is code which the engine has not compiled yet, and what the
  collector and the engine's compiler do behind it: after a thousand edits it takes a fifth of what it does in the first ones. The templates that an edit of a driver or a nova.conf concerns are answered in front of that file itself.
- **A driver that many templates hang on.** With each edit measured the problems of all of them change: finding them, writing them as JSON and
  handing them to the system take about 40 µs a file, in slices behind the open document. A template for which nothing is missing
  costs a comparison of its keys with those of the driver.
- **A workspace of 5,000 files.** The bytes of each file are held against the text of the same name that was read last: files that are copies share one
  text and what was read of it, and of such that are nearly so only what differs is read again. What is left for hosts that are alike is the start of the program,
  a quarter; opening and reading each file, a third; the engine's own collection, a sixth; and some 25 µs for each to find out
  what it hangs on and whether that fits. Where no two devices are the same, most is reading each template of 14 lines and holding its device
  against libvirt's model, about 15 µs for the one and 10 for the other, and reading each driver, about 1 ms. The files are read one after the
  other, in slices of 10 ms, between which requests are answered: a template file with its nova.conf and driver, then each nova.conf, whose
  templates are known by then, and drivers last.
- **Memory.** The server keeps the engine's young generation small (\`scripts/engine.mjs\`). What is left beyond the floor is
  the server's code for the most part; 10,000 lines of a template that are read take some 1 MB.
- **Symbols** are linear in the outline, which is known template by template: an edit has one of them read again. The rest is to make the answer, 230
  bytes for each symbol as with every server, to write it as JSON, and to send it.
- **Rendering.** The function written for the template has the names in its code, where the engine finds a value in one step; ours has
  the same code for every template, and looks each name up. What escaping takes, about half of the time, is the same for both. Code that is
  generated for a template would be as fast; we run none that comes out of a text. Without escaping ours would take three fifths of its time. To look
  at each character of short values in place of a pattern, to test several values at once, and a function made for each place were tried: none was faster.
- **A run of a driver** is a fork with its own session, pipes and limits, which then imports the driver. More than half of what it takes is the
  system copying memory that a forked Python writes to, each page of it once; the next process is forked as soon as the last run is answered and who
  asked has heard of it, and made warm if nobody asks right again. Who renders now and then finds it there, and waits for none of that; it reads the
  request itself, so that the host need not wake before it. Who renders without a pause waits for the fork, and for the pages. What remains is the
  import, for which the module is compiled once as long as its text stays the same, and ending the process, whose memory the system gives back page by page
  before a run is answered: a fifth of a run after a pause. Two processes kept ready, and a fork that also copies where the program's code
  lies in memory were tried: none was faster. With one processor for all three processes each message between them takes turns with who sent it. Over ten
  thousand runs a server's memory rises by some 20 to 40 MB and then stays there: it is what the engine keeps for young objects. What lives is 4.4 MB
  after each thousand.
- **\`--requests\`.** The plain loop knows no driver, no template and no second process. Ours starts two programs, one while the other reads its
  files, which is most of the time for a thousand requests; over the next twenty thousand the engine still compiles what it runs. A request is read
  as JSON twice, by us and by the driver's process, which is handed 64 lines at a time as they are; an answer is JSON only where it holds more than
  texts. The text of the template is made JSON when it is compiled. Of the time of our process reading JSON is a tenth and the engine's
  own collection of what is left over another one, and it waits for a sixth; the rest is many small steps for each request: to hand over, to look
  values up, to escape, and to keep what fails from costing any other request. What memory grows by until it is flat is the engine's own space for
  young objects.
- **Start.** The code that V8 has compiled is kept from one start to the next (\`server/src/launch/\`), by our own means on every Node.js: what
  Node.js itself keeps from 22.1 on is what is compiled when the program ends, and V8 has forgotten by then what ran at the start alone. What is left
  beyond the floor is, in about equal parts, loading that code, and reading and checking the first files with it while it is interpreted. The
  library of the protocol (\`vscode-languageserver\`) is nearly half of what is loaded. The first start of all takes a third longer.
- **Weight.** What few sessions need of the server are files of their own, which are not loaded at its start; the library of the protocol is nearly
  half of what is. The extension is the client library of VS Code for more than nine tenths. Each program stands in the package once: machines
  and browsers load the same files, and so do client and server what both need. For the package \`terser\` makes them smaller once more, which
  takes too long for every build.
- **Activation** is what VS Code itself tells (Developer: Show Running Extensions): loading the code, and the call of \`activate\` until it returns;
  the median of five windows that have started, and in which a file is then read as a template for the first time. In this time the server's
  process is started, and little else is done. The client is loaded in a turn of its own, while the server starts: some 40 ms in one stretch, nearly
  all of them for the client library. The figure does not hold them; the one below it does, from the choice of the language until a fault is underlined.
  There the server, the extension and the browser, which draws without a graphics card, share two processors. The extension's process
  has the first problems after some 220 ms, and after 260 where the server is started behind the client; in the window the two could not be told
  apart. To load the client in one turn and start it in the next was tried: it made no stretch shorter.
- **Peers.** Each has a document of its own language, and does what it does for that language. LemMinX and the server of SAP's xml-tools
  are not on npm.`;
