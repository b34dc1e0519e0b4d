/** An error with the name and the code of a DOMException, which no mini-program host has. */
export function failure(name: string, code: number, message: string): Error {
  const error: any = new Error(message);
  error.name = name;
  error.code = code;
  return error;
}
