// @ts-check
/**
 * Imports a module with Node itself, as it stands on the disk. A test runner that rewrites the `import()` of an ES
 * module leaves that of a required file alone.
 *
 * @param {string} address
 * @returns {Promise<any>}
 */
exports.importByNode = (address) => import(address);
