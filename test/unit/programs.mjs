// @ts-check
/** The generated programs, one module at a time. */
import path from 'node:path';

const build = path.resolve(import.meta.dirname, '../../build');

/**
 * @param {'universal' | 'wechat' | 'alipay' | 'baidu'} program
 * @param {string} name as in core/: 'host/link'
 * @returns {Promise<any>}
 */
export const load = (program, name) => import(path.join(build, program, `${name}.ts`));
