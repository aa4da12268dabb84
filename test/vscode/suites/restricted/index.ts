export { run } from '../runSuite';
