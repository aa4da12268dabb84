import { launch } from './launch';

launch('languageServer', require);
