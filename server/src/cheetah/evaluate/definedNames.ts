/** Names that Python or Cheetah define, as of Python 3.11 and Cheetah 3.3. Those that begin with `__` stand in none of these lists. */

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** The variables of the function that Cheetah makes of a template. They come before all other names. */
export const FUNCTION_VARIABLES = words('self trans _dummyTrans write SL _filter _v');

/** What that function reads beside its own variables. A template that sets one of these breaks it. */
export const FUNCTION_READS = words('VFFSL VFN DummyTransaction callable');

/** Attributes of a dict. Cheetah looks for names in dicts of its own before it comes to the search list, and finds these there. */
export const DICTIONARY_ATTRIBUTES = words('clear copy fromkeys get items keys pop popitem setdefault update values');

/** Attributes of the template object that are None. They hide what the search list has under these names. */
export const EMPTY_TEMPLATE_ATTRIBUTES = words('application request session transaction');

/** The other attributes of the template object, but for those that begin with `_CHEETAH_`. */
export const TEMPLATE_ATTRIBUTES = words(`
  NonNumericInputError Reserved_SearchList _addCheetahPlumbingCodeToClass _compile _createCacheRegion
  _fileBaseName _fileDirName _fileMtime _filePath _getCacheStore _getCacheStoreIdPrefix _getCompilerClass
  _getCompilerSettings _getTemplateAPIClassForIncludeDirectiveCompilation _handleCheetahInclude
  _initCheetahInstance _mainCheetahMethod_for_DynamicallyCompiledCheetahTemplate _normalizePreprocessorArg
  _normalizePreprocessorSettings _preprocessSource _updateSettingsWithPreprocessTokens compile errorCatcher
  generatedClassCode generatedModuleCode getCacheRegion getCacheRegions getFileContents getVar hasVar i18n
  refreshCache respond runAsMainProgram searchList serverSidePath shutdown sleep subclass varExists webInput`);

/** Globals of the module that Cheetah makes of a template. The search list comes before them. */
export const MODULE_NAMES = words(`
  CacheRegion DummyResponse DummyResponseFailure DummyTransaction DynamicallyCompiledCheetahTemplate
  ErrorCatchers Filters NotFound RequiredCheetahVersion RequiredCheetahVersionTuple Template
  TransformerResponse TransformerTransaction VFFSL VFN VFSL builtin currentTime exists getmtime logging os sys
  templateAPIClass time types unicode valueForName valueFromFrameOrSearchList valueFromSearchList`);

/** Python's builtins, but for None, True and False. The search list comes before them. */
export const BUILTINS = words(`
  ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError
  BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError
  ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning
  EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning
  GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError
  IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
  NotADirectoryError NotImplemented NotImplementedError OSError OverflowError PendingDeprecationWarning
  PermissionError ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning
  StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError
  TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError
  UnicodeWarning UserWarning ValueError Warning ZeroDivisionError abs aiter all anext any ascii bin bool
  breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir
  divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input
  int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow
  print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type
  vars zip`);

const INT_ATTRIBUTES = words(
  'as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes',
);

/** The attributes of a value by the name of its type. */
export const TYPE_ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'str',
    words(`
      capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha
      isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust
      lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit
      rstrip split splitlines startswith strip swapcase title translate upper zfill`),
  ],
  ['int', INT_ATTRIBUTES],
  ['bool', INT_ATTRIBUTES],
  ['float', words('as_integer_ratio conjugate fromhex hex imag is_integer real')],
  ['list', words('append clear copy count extend index insert pop remove reverse sort')],
  ['tuple', words('count index')],
  ['dict', DICTIONARY_ATTRIBUTES],
]);
