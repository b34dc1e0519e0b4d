/** Stands for tslib, which a dependency may have installed: a program that needs one of its helpers does not compile. */
export {};
