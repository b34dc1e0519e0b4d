// @ts-check
/**
 * Where the declarations of a generated file are.
 *
 * @param {string} file build/<program>/….ts
 */
export function declarationFile(file) {
  return file.replace(/^build\/[^/]+/, '$&/declarations').replace(/\.ts$/, '.d.ts');
}
