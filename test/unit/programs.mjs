// @ts-check
/** The generated programs, one module at a time. */

/**
 * @param {'universal' | 'wechat' | 'alipay' | 'baidu'} program
 * @param {string} name
 * @returns {Promise<any>}
 */
export const load = (program, name) => import(`../../build/${program}/${name}.ts`);
