/** The layers of the package, lowest first. */
export declare const LAYERS: readonly (readonly string[])[];
/** Modules that have no subpath and are not gathered by the root entry point. */
export declare const INTERNAL: readonly string[];
/** The module that a path below `src/` belongs to: the longest matching name. */
export declare function moduleOf(path: string): string | undefined;
/** The layer of a module, counted from 0. */
export declare function layerOf(module: string): number;
/** The name a module is imported by, without the package: `foundation/money` is `money`. */
export declare function subpathOf(module: string): string;
