/** A class for every engine: the constructor with these methods. */
export function define(constructor: any, methods: any): any {
  for (const name in methods) constructor.prototype[name] = methods[name];
  return constructor;
}
