// Imported by a process that runLimited() started: it ends when its caller is gone, even if the caller was killed.
process.stdin.on('end', () => process.exit(1)).resume();
