import { checkCheetah } from '../check/checkCheetah';
import { checkDriver } from '../check/checkDriver';
import { checkNovaConf } from '../check/checkNovaConf';
import { checkTemplate } from '../check/checkTemplate';
import type { TemplateView } from '../check/view';
import type { Problem } from '../problems';
import type { Views } from './views';

/** The problems of one file, each as severe as its check says; none for a file that is not there, or is none of ours. */
export function checkFile(views: Views, uri: string): readonly Problem[] {
  switch (views.kind(uri)) {
    case 'template':
    case 'cheetah': {
      const view = views.template(uri);
      return view ? checkTemplateFile(views, view) : [];
    }
    case 'python':
    case 'javascript': {
      const view = views.driver(uri);
      return view ? checkDriver(view, views.confsWithDriver(uri), views.contains(uri)) : [];
    }
    case 'nova-conf': {
      const view = views.conf(uri);
      return view ? checkNovaConf(view) : [];
    }
    default:
      return [];
  }
}

/** A file in the Cheetah dialect has problems of its own beside those that every template file can have. */
function checkTemplateFile(views: Views, view: TemplateView): readonly Problem[] {
  const { uri, file } = view;
  const confs = views.confsOf(uri);
  const problems = checkTemplate(view, confs, new Set(views.settingsOf(uri).computeKeys));
  if (file.dialect === 'plain') return problems;
  const given = views.requestNames(uri);
  const surroundings = { uri, isGoverned: confs.length > 0, confs: views.confs(), ...(given && { given }) };
  return [...problems, ...checkCheetah(file, surroundings)];
}
