"""What the real Cheetah makes of templates. A request a line, an answer a line, both JSON.

{"source": "…"}                        compiles only, and runs nothing of it
{"source": "…", "searchList": [{…}]}   compiles and renders

{}                                     it compiles
{"output": "…"}                        it renders
{"refused": "…", "message": "…"}       it does not compile: the exception and what it says
{"failed": "…", "message": "…"}        it compiles, and fails when it is rendered
"""

import json
import os
import signal
import sys
import types
import warnings

from Cheetah.Compiler import Compiler

NAME = 'DynamicallyCompiledCheetahTemplate'
SECONDS = 10

# What templates and Cheetah itself print goes to stderr: stdout is for the answers.
answers = os.fdopen(os.dup(1), 'w', encoding='utf-8', newline='\n')
os.dup2(2, 1)
warnings.simplefilter('ignore')
sys.setrecursionlimit(3000)


class TimedOut(BaseException):
    pass


def time_out(signal_number, frame):
    raise TimedOut()


def problem(kind, error):
    try:
        message = str(error)
    except Exception:
        # Cheetah looks for the line of an error, and does not always find one.
        message = getattr(error, 'msg', '')
    return {kind: type(error).__name__, 'message': message}


def answer(request):
    source = request['source']
    try:
        # The names are those that Template.compile takes: a template can see them.
        compiler = Compiler(source, moduleName=NAME, mainClassName=NAME)
        compiler.compile()
        code = compile(compiler.getModuleCode(), NAME + '.py', 'exec')
    except (Exception, TimedOut) as error:
        return problem('refused', error)
    if 'searchList' not in request:
        return {}
    try:
        module = types.ModuleType(NAME)
        exec(code, module.__dict__)
        template = getattr(module, NAME)(searchList=request['searchList'])
        return {'output': template.respond()}
    except (Exception, SystemExit, TimedOut) as error:
        return problem('failed', error)


signal.signal(signal.SIGALRM, time_out)
for line in sys.stdin:
    signal.alarm(SECONDS)
    reply = answer(json.loads(line))
    signal.alarm(0)
    answers.write(json.dumps(reply) + '\n')
    answers.flush()
