/**
 * The parsers that can be reached from outside their packages, each with its property. Those that can't have their target
 * beside them, in a package of the same name in this module.
 */
@NullMarked
package dev.sextant.fuzz.parser;

import org.jspecify.annotations.NullMarked;
