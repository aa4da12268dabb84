"""Finds the driver's module and what it imports, and reads what is open in the editor from there."""

import importlib
import importlib.machinery
import importlib.util
import io
import linecache
import os
import sys

from . import compiled, linux

# The modules that are there for the host alone, by the first parts of their names.
OWN = {}


class DriverLoader(importlib.machinery.SourceFileLoader):
    """Loads the driver's module as Python does, but for compiling what has been compiled before."""

    def get_code(self, fullname):
        return compiled.code_of(self.path, linux.read(self.path)) or super().get_code(fullname)


class OpenFileLoader(importlib.machinery.SourceFileLoader):
    """Loads a module from its text in the editor, which counts in place of the file."""

    def __init__(self, name, file, text):
        super().__init__(name, file)
        self.text = text

    def get_source(self, fullname):
        return self.text

    def get_code(self, fullname):
        return compiled.code_of(self.path, self.text) or compile(self.text, self.path, 'exec', dont_inherit=True)


class DriverFinder:
    """Finds the driver's module in the driver's file, and the modules that are open in the editor."""

    def __init__(self, module, file, texts):
        self.module = module
        self.file = file
        self.texts = {os.path.normcase(path): text for path, text in texts}

    def find_spec(self, name, path=None, target=None):
        if name == self.module:
            return self.spec(name, self.file)
        if not self.texts or name in sys.builtin_module_names:
            return None
        return self.search(name, sys.path if path is None else path)

    def search(self, name, folders):
        """Looks through the folders in their order, so that an open file hides what Python itself would find later."""
        base = name.rpartition('.')[2]
        for folder in folders:
            for file in (os.path.join(folder, base, '__init__.py'), os.path.join(folder, base + '.py')):
                if os.path.normcase(file) in self.texts:
                    return self.spec(name, file)
            spec = importlib.machinery.PathFinder.find_spec(name, [folder])
            if spec is not None and spec.loader is not None:
                return spec
        return None

    def spec(self, name, file):
        text = self.texts.get(os.path.normcase(file))
        if text is None:
            loader = (DriverLoader if file == self.file else importlib.machinery.SourceFileLoader)(name, file)
        else:
            loader = OpenFileLoader(name, file, text)
        return importlib.util.spec_from_file_location(name, file, loader=loader)


def show_in_tracebacks(texts):
    """Makes tracebacks quote the lines of the editor, not those of the disk."""
    for path, text in texts:
        lines = io.StringIO(text, newline=None).readlines()
        linecache.cache[path] = (len(text), None, lines, path)


def hold_own(names):
    """Takes note of modules that are there for the host alone."""
    for name in names:
        OWN.setdefault(name.partition('.')[0], []).append(name)


def forget_own(module, folders, texts):
    """Lets drivers import modules of their own that are called as modules of the host's, as if the host had none."""
    files = [module] + [os.path.basename(path) for path, _ in texts]
    for folder in folders:
        files += files_in(folder)
    for file in files:
        for own in OWN.get(file.partition('.')[0], ()):
            sys.modules.pop(own, None)


def files_in(folder):
    try:
        return os.listdir(folder)
    except OSError:
        return []


def open_texts(driver):
    """The paths and texts of what is open in the editor."""
    return [(path, text.lstrip('\ufeff')) for path, text in driver['unsaved']]


def import_driver(driver):
    """Imports the driver's module, as Python would with the search path in front of its own."""
    texts = open_texts(driver)
    show_in_tracebacks(texts)
    forget_own(driver['module'], driver['searchPath'], texts)
    sys.path[:0] = driver['searchPath']
    sys.meta_path.insert(0, DriverFinder(driver['module'], driver['file'], texts))
    return importlib.import_module(driver['module'])
