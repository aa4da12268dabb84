/** The product's version, out of its manifest. */
export { version } from '../../package.json';
