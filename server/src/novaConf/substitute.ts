import type { NovaConf, OptionSetting } from './novaConf';
import { keyIn } from './options';

/** `$$`, `$name`, `${name}`, by the pattern of oslo.config's `ConfigOpts.Template`. A name may hold dots. */
export const REFERENCE = /\$(?:(\$)|([_a-z][._a-z0-9]*)|\{([_a-z][._a-z0-9]*)\})/gi;

/** How deep references may nest, and how many characters the values behind them may hold together: else a few lines could fill the memory. */
const MAX_DEPTH = 100;
const MAX_LENGTH = 65_536;

/**
 * Makes the function that gives the value of a setting of `conf` after substitution, as oslo.config does it: `$name` is the
 * option of the same section, or else of `[DEFAULT]`; `$section.name` is that of another section; `$$` and `\$` are a dollar sign.
 *
 * A reference to what the file does not set stays as it is written, for nova may have a default for it. So does one that leads
 * back to itself, where oslo.config gives up, and one that goes beyond the limits.
 */
export function substitution(conf: NovaConf): (setting: OptionSetting) => string {
  const find: FindReferred = (group, name) => conf.lastNamed(keyIn(group, name)) ?? conf.lastNamed(name);
  return (setting) => new Expansion(find).expand(setting);
}

/**
 * The value of `setting` after substitution, where `find` says what each reference means. Undefined where one of them means
 * nothing, leads back to itself, or goes beyond the limits.
 */
export function substitutedWhole(setting: OptionSetting, find: FindReferred): string | undefined {
  const expansion = new Expansion(find);
  const value = expansion.expand(setting);
  return expansion.whole ? value : undefined;
}

/** Finds the setting that `name`, dots included, refers to in a value of `[group]`. */
export type FindReferred = (group: string, name: string) => OptionSetting | undefined;

/** The expansion of one value. */
class Expansion {
  /** The settings under way, each of which refers to the next one. */
  private readonly path: OptionSetting[] = [];
  private length = 0;
  /** Whether every reference so far was followed. */
  whole = true;

  constructor(private readonly find: FindReferred) {}

  expand(setting: OptionSetting): string {
    this.path.push(setting);
    const value = setting.value
      .replaceAll('\\$', () => '$$')
      .replace(REFERENCE, (reference: string, dollar?: string, named?: string, braced?: string) => {
        return dollar ?? this.follow(setting.group, named ?? braced ?? '') ?? reference;
      });
    this.path.pop();
    return value;
  }

  private follow(group: string, name: string): string | undefined {
    const setting = this.find(group, name);
    this.length += setting?.value.length ?? 0;
    if (setting && this.length <= MAX_LENGTH && this.path.length <= MAX_DEPTH && !this.path.includes(setting)) {
      return this.expand(setting);
    }
    this.whole = false;
    return undefined;
  }
}
