import { Command, CommanderError, Option } from 'commander';
import { check, type CheckOptions } from './cli/check';
import { CommandFailure, ReaderGone } from './cli/failure';
import { formats } from './cli/formats';
import { keys } from './cli/keys';
import { surviveReaders } from './cli/output';
import { render, type RenderOptions } from './cli/render';
import { version } from './version';

const FOLDERS = (folder: string, earlier: readonly string[]): readonly string[] => [...earlier, folder];

function makeProgram(end: (exitCode: number) => void): Command {
  const program = new Command('vif')
    .description(
      'Checks nova.conf, VIF templates and VIF drivers against each other, and renders the libvirt interface XML.',
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError('Run with --help to see what there is.');

  program
    .command('check')
    .description('Check files, and all nova.conf and template files in folders. Runs no driver.')
    .argument('[PATH...]', 'files and folders', ['.'])
    .option('--conf <FILE>', 'the nova.conf that governs all templates, in place of the nearest')
    .addOption(
      new Option('--format <FORMAT>', 'how to write the findings').choices(Object.keys(formats)).default('text'),
    )
    .addHelpText('after', '\nExit code: 0 no error, 1 an error was found, 2 it could not run.')
    .action(async (paths: string[], options: CheckOptions) => {
      end(await check(paths, options));
    });

  program
    .command('render')
    .description('Run the driver on the request and write the interface XML, or what a Cheetah file gives, to stdout.')
    .option('--conf <FILE>', 'the nova.conf (default: the nearest to the template, or ./nova.conf)')
    .option('--template <FILE>', 'the template file (default: the one that nova.conf selects)')
    .option('--vif-type <TYPE>', 'another VIF type than nova.conf, or else the request, selects')
    .option('--driver <NAME>', 'another driver than nova.conf selects: package.module.Class')
    .option('--driver-path <DIR>', 'a folder to look for drivers in; may be given again', FOLDERS, [])
    .option('--request <FILE>', 'the request (default: the nearest vif-request.json, or one that ships)')
    .addOption(
      new Option(
        '--requests <FILE>',
        'render with each request of the file, a request a line (-: stdin): writes a line {"xml": …} or {"error": …} for each, in order',
      ).conflicts(['request', 'topology']),
    )
    .option('--strict', 'a placeholder that nothing fills is an error')
    .option('--validate', "ask libvirt's schema and parser (xmllint, virsh), too; what is rejected is an error")
    .option('--output <FILE>', 'write the XML to a file, but where there is an error')
    .option('--topology <FILE>', 'write a picture of what the XML means as well: an SVG file')
    .option('--verbose', 'show the traceback of a driver that ships where it refuses the request, too')
    .addHelpText(
      'after',
      '\nExit code: 0 rendered, 1 the template or the driver has an error (of --requests: for one request at least), 2 it could not run.',
    )
    .action(async (options: RenderOptions) => {
      end(await render(options));
    });

  program
    .command('keys')
    .description('Write what reading a driver tells, as JSON. Does not run it.')
    .argument('<DRIVER>', 'the dotted name: package.module.Class')
    .option('--driver-path <DIR>', 'a folder to look for drivers in; may be given again', FOLDERS, [])
    .action(async (driver: string, options: { driverPath: string[] }) => {
      end(await keys(driver, options.driverPath));
    });

  return program;
}

async function main(): Promise<void> {
  surviveReaders();
  const end = (exitCode: number): void => {
    process.exitCode = exitCode;
  };
  try {
    await makeProgram(end).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) end(error.exitCode === 0 ? 0 : 2);
    else if (error instanceof ReaderGone) end(2);
    else {
      process.stderr.write(`vif: ${error instanceof Error ? error.message : String(error)}\n`);
      end(error instanceof CommandFailure ? error.exitCode : 2);
    }
  }
}

void main();
