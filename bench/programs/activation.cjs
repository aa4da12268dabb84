// Loads the extension as VS Code does, beside a stand-in for the module "vscode" in which everything is a class, a function and an object.
const { Module } = require('node:module');

const anything = new Proxy(class {}, {
  get: (target, name) =>
    name === 'prototype' || name in target ? target[name] : name === Symbol.toPrimitive ? () => 1 : anything,
  apply: () => anything,
  construct: () => ({}),
});

const load = Module._load;
Module._load = (request, ...others) => (request === 'vscode' ? anything : load(request, ...others));
if (process.argv[2]) require(process.argv[2]);
process.exit(0);
