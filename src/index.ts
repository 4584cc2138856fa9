export { AssayError } from './errors.js';
