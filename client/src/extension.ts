import { launch } from '../../server/src/launch/launch';
import type * as client from './nodeClient';

export const { activate } = launch('nodeClient', require) as typeof client;
