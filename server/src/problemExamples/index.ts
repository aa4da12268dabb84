import type { ProblemCode } from '../problems';
import { cheetahExamples } from './cheetah';
import { cheetahTemplateExamples } from './cheetahTemplate';
import { cheetahRenderedExamples } from './cheetahRendered';
import { driverExamples } from './driver';
import type { ProblemExample } from './example';
import { libvirtExamples } from './libvirt';
import { novaConfExamples } from './novaConf';
import { selectionExamples } from './selection';
import { templateExamples } from './template';

/** A wrong and a right example for every code of the catalogue. */
export const problemExamples: Readonly<Record<ProblemCode, ProblemExample>> = {
  ...novaConfExamples,
  ...selectionExamples,
  ...templateExamples,
  ...libvirtExamples,
  ...cheetahExamples,
  ...cheetahTemplateExamples,
  ...driverExamples,
  ...cheetahRenderedExamples,
};
